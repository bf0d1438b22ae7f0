"""Dates and times: where a source speaks of time, and which ISO 8601 / EDTF value that has.

Mentions are those of TIMEX3, without prepositions: DATE, TIME, DURATION, SET. The two ends of one
stretch are one mention ("between 2014 and 2022", "2014-2022"); "in 2014 and 2022" is two. Values:

- points as precise as said: ``2022``, ``2022-02``, ``2022-02-17``, ``2022-08-15T13:00+02:00``; a
  time of day without its day ``T13:00``; weeks ``2022-W33``; EDTF for seasons ``2022-22``, quarters
  ``2022-34``, decades ``199X``, centuries ``19XX`` and intervals ``2022-03-27/2022-03-31``;
- parts of a day, for which ISO has no notation, as in TIMEX3: ``2022-08-15TMO`` (AF, EV, NI);
- "the end of 2021" is its December, "the start of the year" its January, with the qualifier;
  "early 2021" is ``2021``, qualifier ``start``;
- durations and sets ``P9Y``, ``PT2H30M``; ``PXW`` where the number is not said (of decades
  ``PXXY``); "two to three weeks" is ``P2W/P3W``, qualifier ``range``; "every Monday"
  ``XXXX-WXX-1``.

Vague words without a value of their own ("now", "recently", "over the years") are not mentions.
"""

from crosscheck.extract.dates.finder import DateFinder
from crosscheck.extract.dates.propagate import propagate_dates

__all__ = ["DateFinder", "propagate_dates"]
