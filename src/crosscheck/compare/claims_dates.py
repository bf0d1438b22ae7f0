"""What is a date the date of, and a length of time the length of what?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crosscheck.codebook.variables import OTHER
from crosscheck.compare import claims_links as links
from crosscheck.compare.claims_features import NOTHING, Claim, Scene
from crosscheck.compare.claims_make import (
    ROLES_OF_PLACES,
    contents_of,
    make_claim,
    names_around,
    place_ids,
    place_name,
)
from crosscheck.compare.claims_reading import Reading, Trigger
from crosscheck.compare.values import date_interval
from crosscheck.extract.records import Date

_THING_REACH = 5
_SINCE_REACH, _SINCE_PART = 8, 4.0
_ADJACENT = 2
_LIST = re.compile(r"(?:,| and| or| et| ou)\s+(?:in |on |en |the |le )*")
_KINDS = {"DATE": "date", "TIME": "time", "DURATION": "duration"}


def date_claims(scene: Scene) -> Iterator[Claim]:
    """Yield claims for every date, time and duration that has a value."""
    reading, cues = scene.reading, scene.known.words
    before: tuple[Date, list[tuple[Trigger | None, str, str]]] | None = None
    for date in scene.dates:
        first, last = reading.span_of(date.start, date.end)
        if date.value is None or date.kind not in _KINDS or first >= len(reading.words):
            continue
        kind = _KINDS[date.kind]
        triggers = _triggers(scene, date, first, last)
        if before is not None and _is_listed(scene, before[0], date):
            triggers = before[1]
        before = (date, triggers)
        for trigger, role, rule in triggers:
            about, about_tense = links.about(reading, trigger, cues) if trigger else (NOTHING, "")
            contents = contents_of(scene, trigger)
            content = contents[-1] if contents else None
            anchor = content or trigger
            where = (anchor.first, anchor.last) if anchor else (first, last)
            spots = links.nearest_spots(reading, *where, ROLES_OF_PLACES)
            sides = links.agents(reading, trigger, cues) if trigger else NOTHING
            if not sides and content:
                sides = links.agents(reading, content, cues)
            yield make_claim(
                scene, kind, trigger, (date.start, date.end), (first, last),
                things=_things(scene, first, last) if kind == "duration" else NOTHING,
                about=about,
                about_tense=about_tense,
                sides=sides or scene.leaning_sides,
                to_sides=links.patients(reading, trigger, cues) if trigger else NOTHING,
                place=place_name(spots),
                place_ids=place_ids(spots),
                names=_names(scene, date, trigger, first),
                value=date.value,
                as_of=scene.source.article.published if kind == "duration" else None,
                qualifier=date.qualifier,
                role=role,
                rule=rule,
            )  # fmt: skip


def _is_listed(scene: Scene, before: Date, date: Date) -> bool:
    """Tell whether a date only continues a list of dates ("in 2020 and 2021")."""
    between = scene.source.article.raw[before.end : date.start]
    return before.kind == date.kind and _LIST.fullmatch(between) is not None


def _names(scene: Scene, date: Date, trigger: Trigger | None, first: int) -> frozenset[str]:
    """Return the entities named with a date; an operation beyond another date has that one."""
    found = names_around(scene.reading, trigger, first)
    floor = max((other.end for other in scene.dates if other.end <= date.start), default=0)
    ceiling = min((one.start for one in scene.dates if one.start >= date.end), default=None)
    return found - {
        actor.mention.entity_id
        for actor in scene.reading.actors
        if actor.mention
        and actor.mention.label == "EVENT"
        and (actor.mention.end <= floor or (ceiling and actor.mention.start >= ceiling))
    }


def date_role(scene: Scene, date: Date, first: int, last: int) -> str:
    """Return what a date does: at, since, by, until, over, elapsed; none for a bare duration."""
    cues, words = scene.known.words, scene.reading.words
    if date.value and date.value.endswith("/.."):
        return "since"
    inside = cues.date_roles.at(words, first)
    if inside and inside[1] <= last:
        return inside[0]
    after = cues.date_roles_after.at(words, last + 1)
    role = links.role_before(scene.reading, first, cues.date_roles, cues.skip, "none")
    if date.kind == "DURATION":
        behind = after or cues.date_roles_after.at(words, last)
        if behind:
            return behind[0]
        return "over" if role in ("at", "of") else role
    role = "at" if role in ("none", "of") else role
    if role == "at" and _since_that(scene, first):
        return "since"
    return role


def _since_that(scene: Scene, first: int) -> bool:
    """Tell whether a date is that of something since which ("since the start of … in 2013").

    A comma may set it off if no word tells what it does ("since its start, nine years ago,").
    """
    cues, reading = scene.known.words, scene.reading
    bare = cues.date_roles.before(reading.words, first) is None
    for place in range(first - 1, max(-1, first - 1 - _SINCE_REACH), -1):
        is_parted = reading.at[place + 1] - reading.at[place] > _SINCE_PART
        if is_parted and not (bare and place == first - 1):
            return False
        found = cues.date_roles.at(reading.words, place)
        if found and found[0] == "since":
            return True
    return False


def _triggers(
    scene: Scene, date: Date, first: int, last: int
) -> list[tuple[Trigger | None, str, str]]:
    """Return what a date is the date of: (trigger, role of the date, rule)."""
    reading = scene.reading
    role = date_role(scene, date, first, last)
    trigger = links.nearest_trigger(reading, first, last, event=True)
    if trigger is None:
        return [(None, role, "date")]
    found = [(trigger, role, "date")]
    found += [(one, role, "date of the whole") for one in _wholes(reading, trigger)]
    if date.kind != "DURATION" and role == "at":
        above = links.embedding(reading, trigger)
        if above is not None and above.first < first and _is_told(scene, trigger, date, first):
            found.clear()
            if trigger.noun:
                found.append((trigger._replace(tense=above.tense), role, "date"))
            found.append((above, role, "date of the telling"))
            trigger = above
        contents = contents_of(scene, trigger)[:1]
        is_told = trigger.tells and contents and contents[0].tense == "asserted"
        if is_told and not contents[0].noun:
            found.append((contents[0], "said", "told that day"))
    joined = _joined(scene, first, trigger)
    if joined is not None:
        found.append((joined, role, "same time"))
    return [*found]


def _wholes(reading: Reading, trigger: Trigger) -> list[Trigger]:
    """Return what stands right before a verb and is about it ("finished leaving")."""
    above = links.embedding(reading, trigger)
    if above is None or trigger.noun or trigger.first - above.last > _ADJACENT:
        return []
    return [above]


def _is_told(scene: Scene, trigger: Trigger, date: Date, first: int) -> bool:
    """Tell whether a date after "announced a withdrawal" is that of the announcement.

    It is when the withdrawal is only named, or is still to come at that date.
    """
    if trigger.first > first:
        return False
    if trigger.noun:
        return True
    if trigger.tense != "future" or OTHER in trigger.classes:
        return False
    published = scene.source.article.published
    told = date_interval(published) if published else None
    own = date_interval(date.value or "")
    return told is None or (own is not None and own.low <= told.high)


def _joined(scene: Scene, first: int, trigger: Trigger) -> Trigger | None:
    """Return the verb after a word ("when") that lets it share the date of the main clause."""
    reading = scene.reading
    if trigger.last < first and reading.at[first] - reading.at[trigger.last] > links.NEAR:
        return None
    for other in reading.triggers:
        if other.first <= max(first, trigger.last):
            continue
        between = reading.words[max(first, trigger.last) + 1 : other.first]
        if any(word.folded in scene.known.words.joins for word in between):
            return other
    return None


def _things(scene: Scene, first: int, last: int) -> frozenset[str]:
    """Return what has a length of time: the noun after it ("nine-year mission"), or before."""
    things = scene.reading.things
    cues, words = scene.known.words, scene.reading.words
    ceiling = last + 1
    while ceiling <= last + _THING_REACH and ceiling < len(words):
        if words[ceiling].folded in cues.barriers or cues.place_roles.at(words, ceiling):
            break
        ceiling += 1
    after = [hit for hit in things if last < hit.first < ceiling]
    if after:
        return frozenset(hit.name for hit in after if hit.first == after[-1].first)
    before = [hit for hit in things if first - _THING_REACH <= hit.last < first]
    return frozenset(hit.name for hit in before if hit.last == before[-1].last)
