"""What looks like an act, or like somebody in it, and is none."""

import pytest

from extract.pipeline import Extractor
from tests.extract.triples import Constructions, explained, rows

CONSTRUCTIONS: Constructions = {
    "a name in capitals is no verb": [
        (
            "The president of Benin asked the West African bloc ECOWAS to mediate.",
            {"BEN REQUEST_MEDIATION ecowas"},
        ),
    ],
    "who is helped in a fight does not fight those helped with him": [
        (
            "France stands with Chad and Niger in the fight against terrorism.",
            {"FRA SUPPORT TCD", "FRA SUPPORT NER"},
        ),
    ],
    "what looks like an act and is none": [
        ("Korean monks shaved their heads against Japan.", set()),
        ("Houthi fighters boarded a cargo ship in the Red Sea.", set()),
        ("Farmers closed the Pan-American Highway.", set()),
        ("A storm from Canada attacked Chicago.", set()),
        ("A cold front from Canada invaded the American Midwest.", set()),
        ("Norwegian lawmakers attacked the Chadian government.", set()),
        ("Tanzania won applause from donors.", set()),
        ("South Africa's army rumbled off, leaving Cuban sappers to clear the mines.", set()),
        ("French troops got 300 Belgians out of Kolwezi.", {"FRA-MIL RELIEVE BEL-CVL"}),
        ("Bolivian colonels drove tanks up to the palace at dawn.", set()),
        ("In her new novel, a Portuguese widow accuses the mayor of treason.", set()),
        ("Nestle and Danone crossed swords again on Tuesday.", set()),
        ("The Soviet grandmaster forced a Dutchman to surrender after 52 moves.", set()),
        ("Two officials spoke of Iranian money frozen in South Korea.", set()),
    ],
    "who is taken and then hit is not who does it": [
        (
            "The Ethiopian army captured 20 rebels and shot them.",
            {"ETH-MIL ARREST ETH-REB", "ETH-MIL KILL ETH-REB"},
        ),
        ("Kenya warned its citizens of war.", set()),
    ],
    "whoever it took some time": [
        ("It took Kenyan police two hours to disperse 3,000 demonstrators.", {"KEN-COP REPRESS KEN-OPP"}),
        ("It took two hours to disperse 3,000 demonstrators.", set()),
    ],
    "what only sounds so": [
        ("Chad condemned Mali for striking Chadian villagers.", {"TCD CONDEMN MLI", "MLI ATTACK TCD-CVL"}),
        ("Mali jailed Niger's spies together with Chadian soldiers.", {"MLI ARREST NER"}),
        ("Greece used helicopters against fires in Turkey.", set()),
        ("The foreign minister and President Macron met in Berlin.", set()),
        ("Germany returned the painting that Russia seized from Poland in 1945.", {"RUS SEIZE POL"}),
    ],
    "art, and teachers on strike": [
        ("An opera in which a Chadian colonel storms Mali's palace opened in Milan.", set()),
        ("The novel tells how Chadian rebels seized Mali's gold.", set()),
        ("Chad relented before striking Chadian teachers.", set()),
    ],
    "a topic is not what happens": [
        (
            "Finland discussed trade and European security with Hungary.",
            {"FIN CONSULT HUN", "HUN CONSULT FIN"},
        ),
        (
            "Georgia was seeking backing for Cyprus before the debate in the General Assembly.",
            {"GEO RALLY_SUPPORT CYP"},
        ),
        ("Malaysia has banned rice in what Bangkok calls an attempt to punish Laos.", set()),
    ],
    "exercises beside one's own city frighten nobody": [
        (
            "Kazakh and Kyrgyz troops began joint exercises near Bishkek.",
            {"KAZ-MIL EXERCISE KGZ-MIL", "KGZ-MIL EXERCISE KAZ-MIL"},
        ),
    ],
    "some wordings are of armed ones, of states or of places only": [
        ("Nigerian troops defeated Boko Haram.", {"NGA-MIL FIGHT boko-haram"}),
        ("Labour defeated the Liberals.", set()),
        ("Kenyan troops left Somalia.", {"KEN-MIL WITHDRAW SOM"}),
        ("The Kenyan president left Somalia.", set()),
        ("Kenyan troops left Somalia in ruins.", set()),
        ("Russian troops captured Aleppo.", {"RUS-MIL OCCUPY SYR"}),
        ("Syrian troops recaptured Aleppo.", set()),
        ("Syrian troops retook Aleppo from the Islamic State.", {"SYR-MIL OCCUPY islamic-state"}),
    ],
    "victims and what follows between others do nothing": [
        ("The massacre of villagers in Chad shocked Mali.", set()),
        ("The massacre of villagers deepened the mistrust between Chad and Mali.", set()),
        ("Mali praised Qatar for the repatriation of Malians from Libya.", {"MLI PRAISE QAT"}),
    ],
    "a vice-president holds office, an ex-minister none": [
        ("Chad's vice-president praised Mali.", {"TCD PRAISE MLI"}),
        ("An ex-minister of Chad praised Mali.", set()),
    ],
    "whoever plays or travels does nothing political by it": [
        ("Hikers from Norway stormed a peak in Chad.", set()),
        ("Police in Chad arrested three Norwegian hikers.", {"TCD-COP ARREST NOR-CVL"}),
        ("Norwegian singers condemned Chad.", {"NOR-CVL CONDEMN TCD"}),
    ],
    "what women do is not what troops do": [
        (
            "A march by Mapuche women on the palace in Santiago passed off peacefully.",
            {"mapuche DEMONSTRATE CHL"},
        ),
    ],
    "prisoners of war are no war": [
        ("Iran and Iraq freed prisoners of war.", set()),
    ],
    "one person is no country": [
        ("Someone in Germany threatened a Turkish minister.", set()),
        ("Not everyone in Iran condemned Israel.", set()),
    ],
    "people protest and do not invade": [
        ("Bolivian pensioners marched on La Paz.", {"BOL-CVL DEMONSTRATE BOL"}),
        ("Polish students blocked roads to demand reforms from Belarus.", {"POL-EDU BLOCK_PASSAGE BLR"}),
        ("Thousands of Germans demonstrated to support Israel.", {"DEU-CVL SUPPORT ISR"}),
    ],
    "what cannot act stands for nobody": [
        ("Kenyan roses invaded the Netherlands.", set()),
        ("Russian missiles hit Kyiv.", {"RUS-MIL ATTACK UKR"}),
        ("A Russian note rejected the American proposal.", {"RUS REJECT USA"}),
        ("The Dutch decision to halt aid to Suriname surprised nobody.", {"NLD CUT_AID SUR"}),
    ],
    "whoever is near an actor is not that actor": [
        ("Iran's ally Syria condemned Qatar.", {"SYR ALLY IRN", "IRN ALLY SYR", "SYR CONDEMN QAT"}),
        ("Iran-backed fighters attacked Qatar.", set()),
        ("Turkish-led forces attacked Qatar.", {"TUR-MIL ATTACK QAT"}),
        ("Turkish-led Hamas fighters attacked Qatar.", {"hamas ATTACK QAT"}),
        ("Fear of Russian aggression drove Finland into NATO.", set()),
        ("France rejected a plan backed by Chad.", set()),
    ],
    "what stands near decides, not what is somewhere below": [
        ("Germany expelled two Russian diplomats over the killing of a Georgian man.", {"DEU EXPEL RUS"}),
        (
            "Iran and Oman agreed to restore ties after talks brokered by China.",
            {"IRN PROMISE OMN", "OMN PROMISE IRN", "CHN MEDIATE IRN", "CHN MEDIATE OMN"},
        ),
        ("Russia met Iran, along with China.", {"RUS MEET IRN", "IRN MEET RUS"}),
    ],
    "sport has attacks of its own": [
        ("Spain crushed Russia 5-0 in a friendly.", set()),
    ],
    "nobody acts on itself": [
        ("France condemned France.", set()),
        ("France praised its plan.", set()),
    ],
    "who tables a text blocks nothing": [
        ("Germany tabled a resolution on Syria in the Security Council.", set()),
    ],
    "nobody promises to his own army": [
        ("Kenya promised to withdraw its troops.", set()),
        ("Kenya promised to withdraw its troops from Somalia.", {"KEN PROMISE SOM"}),
    ],
}


@pytest.mark.parametrize(("sentence", "expected"), rows(CONSTRUCTIONS))
def test_sentence_gives_its_events_and_no_other(
    extractor: Extractor, sentence: str, expected: set[str]
) -> None:
    assert explained(extractor, sentence) == expected
