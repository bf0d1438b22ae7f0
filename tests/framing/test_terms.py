"""Which words of the event's codebook count, and in which sense? Sentences of our own making."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.codebook.framing import read_framing
from crosscheck.compare.framing_terms import TermFinder

ROOT = Path(__file__).parents[2]
FINDER = TermFinder(read_framing(ROOT / "codebook" / "framing.yml"))

ENGLISH = [
    # the departure
    ("Paris has ordered the withdrawal of its troops.", "departure: withdrawal"),
    ("The pull-out of the last units took seven months.", "departure: pull-out"),
    ("French soldiers pulled out of the desert base at dawn.", "departure: pull-out"),
    ("Were the French driven out, or did they go?", "departure: forced out"),
    ("The army was told to leave within days.", "departure: forced out"),
    ("France quits Mali after a quarrel of two years.", "departure: quit"),
    ("Its forces will leave the country by the autumn.", "departure: leave"),
    ("The departure of the contingent was filmed by a drone.", "departure: departure"),
    ("An orderly exit of the mission was promised.", "departure: exit"),
    ("The soldiers will be relocated to the coast.", "departure: redeployment"),
    ("The general staff speaks of a reorganisation of the force.", "departure: reorganisation"),
    ("Leave a reply. Your soldiers thank you.", ""),
    ("The blast left nine soldiers dead near Gossi.", "killing: died"),
    ("He left the army at forty.", ""),
    ("The ambassador left Mali with the French military attaché.", ""),
    ("The chaotic US withdrawal from Kabul haunted the French army.", ""),
    ("The force watched the withdrawal from Afghanistan with alarm.", ""),
    ("Mali's withdrawal from the G5 Sahel worried French officers.", ""),
    ("The coach quit after the match.", ""),
    ("Bank withdrawals are limited to forty euros.", ""),
    ("An exit poll gave the military candidate the lead.", ""),
    # the rulers
    ("The junta has asked for calm.", "rulers: junta"),
    ("Bamako's military regime rejects the charge.", "rulers: regime"),
    ("Relations with the Malian authorities soured.", "rulers: authorities"),
    ("Mali's transitional government took offence.", "rulers: transitional"),
    ("France urged Malian authorities to hold a vote.", "rulers: authorities"),
    ("He accused the government of Mali of lies.", "rulers: government"),
    ("The de facto authorities did not reply.", "rulers: de facto authorities"),
    ("The military rulers put off the election.", "rulers: military rulers"),
    ("The French government met on Friday.", ""),
    ("France's new government met on Friday.", ""),
    ("Talks with the Nigerien authorities went on.", ""),
    ("The government of Niger said yes.", ""),
    ("The authorities in Niamey said yes.", ""),
    ("Burkina Faso's junta followed suit.", ""),
    ("The junta in neighbouring Guinea followed suit.", ""),
    ("US government officials were silent.", ""),
    ("Local authorities closed the market.", ""),
    ("Government publications are listed below.", ""),
    ("Government forces took the hill.", ""),
    # the change of power
    ("Since the coup of 2020 little has moved.", "takeover: coup"),
    ("The putsch was his second.", "takeover: putsch"),
    ("The president was toppled by colonels.", "takeover: overthrow"),
    ("The military takeover surprised nobody.", "takeover: military takeover"),
    ("The coup in Burkina Faso surprised nobody.", ""),
    # the enemy
    ("They hunt jihadists in the three-border zone.", "enemy: jihadists"),
    ("An anti-jihadist operation began.", "enemy: jihadists"),
    ("The fight against terrorism goes on.", "enemy: terrorism"),
    ("Two armed terrorist groups claimed the raid.", "enemy: terrorists"),
    ("Armed groups tax the villages.", "enemy: armed groups"),
    ("The insurgency has spread south.", "enemy: insurgents"),
    ("Tuareg rebels signed in 2015.", "enemy: separatists"),
    ("Militants torched the post.", "enemy: militants"),
    ("Islamist militants torched the post.", "enemy: Islamists; enemy: militants"),
    ("Fighter jets roared over Niamey.", ""),
    ("Wagner fighters patrol the town.", ""),
    ("Russian-backed separatists shelled a town in Ukraine.", ""),
    # the killing
    ("Three soldiers were killed.", "killing: killed"),
    ("A commander was neutralised by a drone.", "killing: neutralised"),
    ("The strike eliminated a cadre.", "killing: eliminated"),
    ("Forty fighters were put out of action.", "enemy: fighters; killing: put out of action"),
    ("The death toll rose to nine.", "killing: toll"),
    ("Casualties among villagers are not counted.", "killing: casualties"),
    ("The team was eliminated from the cup.", ""),
    ("War has taken its toll on the herds.", ""),
    ("The talks hit a dead end.", ""),
    # the Russians
    ("Wagner's mercenaries arrived in December.", "russians: mercenaries"),
    ("Russian instructors train the army.", "russians: instructors"),
    ("Swiss instructors train the skiers.", ""),
]  # fmt: skip

FRENCH = [
    ("Le retrait des troupes est achevé.", "departure: withdrawal"),
    ("Les soldats quittent le pays.", "departure: leave"),
    ("La force a été chassée du pays.", "departure: forced out"),
    ("La junte a pris le pouvoir.", "rulers: junta; takeover: military takeover"),
    ("Les autorités maliennes refusent.", "rulers: authorities"),
    ("Les autorités de transition refusent.", "rulers: transitional"),
    ("Le gouvernement français refuse.", ""),
    ("Les autorités du Niger acceptent.", ""),
    ("Des groupes armés terroristes rôdent.", "enemy: terrorists"),
    ("Un djihadiste a été neutralisé.", "enemy: jihadists; killing: neutralised"),
    ("Le ministre a quitté la salle.", ""),
]


def _found(text: str, language: str) -> str:
    return "; ".join(f"{use.group}: {use.term}" for use in FINDER(text, language))


@pytest.mark.parametrize(("text", "expected"), ENGLISH, ids=[text for text, _ in ENGLISH])
def test_english(text, expected):
    assert _found(text, "en") == expected


@pytest.mark.parametrize(("text", "expected"), FRENCH, ids=[text for text, _ in FRENCH])
def test_french(text, expected):
    assert _found(text, "fr") == expected


@given(st.text(), st.sampled_from(["en", "fr", "xx"]))
def test_no_text_makes_it_fail(text, language):
    for use in FINDER(text + " the junta " + text, language):
        assert (text + " the junta " + text)[use.start : use.end].strip()
