"""Whom an article calls by what he did, by his family name, or as one of two sides."""

import pytest

from extract.pipeline import Extractor
from tests.extract.triples import Constructions, rows, triples

CONSTRUCTIONS: Constructions = {
    "the junta is who seized power": [
        (
            "The Armed Forces Revolutionary Council overthrew the government of Sierra Leone in May. Guinea"
            " condemned the junta.",
            {"afrc OVERTHROW SLE", "GIN CONDEMN afrc"},
        ),
    ],
    "attackers are who attacked": [
        (
            "Rebels of the M23 captured Goma from the Congolese army. The attackers looted the hospital.",
            {"m23 OCCUPY COD-MIL", "m23 ATTACK COD-HLH"},
        ),
    ],
    "a state's guerrillas are the band that the article names": [
        (
            "Colombian guerrillas released two policemen on Monday. The FARC condemned Venezuela.",
            {"farc RELEASE COL-COP", "farc CONDEMN VEN"},
        ),
    ],
    "a people's rebels are the band that the article names": [
        (
            "Kurdish rebels attacked a Turkish base. The PKK condemned Iran.",
            {"pkk ATTACK TUR", "pkk CONDEMN IRN"},
        ),
    ],
    "a family name that stands first": [
        (
            "North Korean leader Kim Jong-un condemned Japan. Kim also condemned China.",
            {"PRK CONDEMN JPN", "PRK CONDEMN CHN"},
        ),
    ],
    "strikes that are listed further": [
        (
            "Coalition forces conducted 26 strikes against ISIL in Syria.\nNear Palmyra, one strike destroyed"
            " a storage facility.",
            {"anti-isis-coalition ATTACK islamic-state"},
        ),
    ],
    "them who are named side by side": [
        (
            "Uganda, which mediates between Sudan and Chad, urged them to return to the table.",
            {"UGA MEDIATE SDN", "UGA MEDIATE TCD", "UGA DEMAND SDN", "UGA DEMAND TCD"},
        ),
    ],
    "both sides who act together are they": [
        (
            "Poland and Hungary held talks. Both governments condemned Iran. They called on Israel to accept"
            " the plan.",
            {
                "POL CONSULT HUN",
                "HUN CONSULT POL",
                "POL CONDEMN IRN",
                "HUN CONDEMN IRN",
                "POL DEMAND ISR",
                "HUN DEMAND ISR",
            },
        ),
    ],
    "a person who is received": [
        (
            "Statement of the Government of Honduras\n\nBrazil received me on Monday.",
            {"BRA HOST HND"},
        ),
        ("Kenya received Annan's report on Monday.", set()),
    ],
    "a long title in sentence case is a heading": [
        (
            "Communiqué of the emergency session of CARICOM on Haiti\nThe Conference condemned Cuba for what"
            " its statement called a breach of every promise that was made.",
            {"caricom CONDEMN CUB"},
        ),
    ],
    "who intervenes, not where he does": [
        ("The African Union welcomed the intervention of Angola.", {"african-union PRAISE AGO"}),
    ],
    "an object for whom the frame has no place": [
        ("Chad asked the United Nations for support for these measures.", {"TCD APPEAL united-nations"}),
    ],
}


@pytest.mark.parametrize(("text", "told"), rows(CONSTRUCTIONS))
def test_who_is_called_so(text: str, told: set[str], extractor: Extractor) -> None:
    assert triples(extractor, text) == told
