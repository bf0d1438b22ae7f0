"""Whose account is it? From "the account wrote" to the name of its user."""

from __future__ import annotations

from crosscheck.extract.quotes import words as w
from crosscheck.extract.quotes.clause import Clause
from crosscheck.extract.quotes.documents import Resolve
from crosscheck.extract.quotes.memory import Memory, Speaker
from crosscheck.extract.quotes.sources import SOMEONE, Source, noun_after
from crosscheck.extract.quotes.unlisted import given_name, handle_in

# How many sentences back an account may have been told of.
_REACH = 4
_POST_REACH = 2
# How far after "account" its name in marks may stand, and how many words it has.
_TO_NAME = 6
_LONGEST_NAME = 3
_MARKS = " ,.\"“”„«»‘’'"


def holder_of_account(
    memory: Memory, clause: Clause, source: Source, sentence: int, resolve: Resolve
) -> Speaker | None:
    """Return the user of "the account of X", "the page X", "the account" told of before."""
    own = _named_with(memory, clause, source, sentence, resolve)
    if own is not None or not clause.flags[source.first] & (w.DEFINITE | w.POSSESSIVE):
        return own or memory.phrase(clause, source)
    noun = clause.lowers[source.head]
    for number in range(sentence - 1, max(-1, sentence - 1 - _REACH), -1):
        before = memory.discourse.clause(number)
        for token, lower in enumerate(before.lowers):
            if lower != noun:
                continue
            found = Source(token, token, "phrase", token, token)
            user = _user_after(memory, before, token) or _named_with(
                memory, before, found, number, resolve
            )
            if user is not None:
                return user
    return memory.phrase(clause, source)


def user_of_post(memory: Memory, clause: Clause, source: Source, sentence: int) -> Speaker | None:
    """Return the user of the account told of shortly before "the post", "the message", or None."""
    lower = clause.lowers[source.head]
    if lower not in clause.words.posts or not clause.flags[source.first] & w.DEFINITE:
        return None
    for number in range(sentence - 1, max(-1, sentence - 1 - _POST_REACH), -1):
        before = memory.discourse.clause(number)
        for token, noun in enumerate(before.lowers):
            if noun in before.words.accounts:
                return _quoted_name(before, token) or _user_after(memory, before, token)
    return None


def _quoted_name(clause: Clause, account: int) -> Speaker | None:
    """Return the name in marks that an account has (an account in the name of “X Y”), or None."""
    for token in range(account + 1, min(len(clause), account + _TO_NAME)):
        if clause.flags[token] & w.QUOTATION:
            text = clause.text(token, token).strip(_MARKS)
            parts = text.split()
            named = len(parts) <= _LONGEST_NAME and all(part[:1].isupper() for part in parts)
            return Speaker(text, None, None) if parts and named else None
    return None


def _named_with(
    memory: Memory, clause: Clause, source: Source, sentence: int, resolve: Resolve
) -> Speaker | None:
    """Return the user that the words right after "account" tell: "the page X", "account of X"."""
    after = source.head + 1
    if after >= len(clause):
        return None
    if clause.flags[after] & w.NAME:
        last = after
        while last < source.last and clause.flags[last + 1] & w.NAME:
            last += 1
        mention = clause.mention(after)
        if mention is not None and last == after:
            return memory.of_mention(mention)
        return Speaker(clause.text(after, last), None, None)
    if clause.lowers[after] not in clause.words.issuers:
        return None
    owner = noun_after(clause, after + 1)
    if owner is None or owner.kind not in SOMEONE:
        return None
    return resolve(memory, clause, owner, sentence)


def _user_after(memory: Memory, clause: Clause, account: int) -> Speaker | None:
    """Return the person named last after "account" in a sentence, or the handle or given name."""
    rest = Source(account, len(clause) - 1, "phrase", account, account)
    handle = handle_in(clause, rest)
    if handle is not None:
        return Speaker(handle, None, None)
    named = given_name(clause, Source(account, account, "phrase", account, account), person=False)
    if named is not None and named[0] == named[1]:
        mention = clause.mention(named[0])
        if mention is not None:
            return memory.of_mention(mention)
    if named is not None:
        return Speaker(clause.text(*named), None, None)
    for token in range(len(clause) - 1, account, -1):
        mention = clause.mention(token)
        if mention is not None and mention.label == "PERSON":
            return memory.of_mention(mention)
    return None
