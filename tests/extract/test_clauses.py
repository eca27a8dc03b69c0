"""Subjects, objects and agents, wherever the clause or the parser puts them."""

import pytest

from extract.pipeline import Extractor
from tests.extract.triples import Constructions, explained, rows

CONSTRUCTIONS: Constructions = {
    "a passive's doer behind a measure, a gerund, at whose hands and on whose orders": [
        ("Aid to Zambia was cut by a third by the World Bank.", {"world-bank CUT_AID ZMB"}),
        (
            "Kurds in Turkey were barred from leaving their villages by the Turkish army.",
            {"TUR-MIL BAN turkish-kurds"},
        ),
        ("A Zambian weekly was closed on orders from the Zambian government.", {"ZMB CENSOR ZMB-MED"}),
        (
            "The slaughter of Congolese villagers at the hands of Rwandan soldiers went on.",
            {"RWA-MIL MASSACRE COD-CVL"},
        ),
        ("Two Cuban attachés were given a day to leave Norway.", {"NOR EXPEL CUB"}),
    ],
    "who stands behind a verb that a place or a participle leads": [
        ("Under investigation in Spain are two Russian bankers.", {"ESP INVESTIGATE RUS-BUS"}),
        (
            "Found guilty of spying by a Kenyan court, two Danes were jailed.",
            {"KEN-JUD CONVICT DNK-CVL"},
        ),
    ],
    "what an accusing noun's clause is about": [
        ("Rwandan officers voiced suspicion that Burundi was arming a militia.", {"RWA-COP ACCUSE BDI"}),
    ],
    "who has something done does it, who sees it done suffers it": [
        ("Peru's president had the speaker of parliament put under house arrest.", {"PER ARREST PER-LEG"}),
        ("Chile had Bolivian soldiers disarmed at the border.", {"CHL DISARM BOL-MIL"}),
        (
            "The Kenyan teachers' union says that the government had nine of its members jailed.",
            {"KEN ARREST KEN-LAB"},
        ),
        ("France had two of its envoys expelled by Niger.", {"NER EXPEL FRA"}),
        ("France saw its embassy in Niamey stormed by Nigerien students.", {"NER-EDU RIOT FRA"}),
        ("France had two soldiers killed in Mali.", set()),
    ],
    "what parts a subject from its verb, and an object from what more is told of it": [
        ("Sudan, its lorries idle, was driven in the end to ask Libya for help.", {"SDN APPEAL LBY"}),
        ("Libya threatened to deport the Tunisians working in its towns.", {"LBY THREATEN TUN"}),
        ("Panama kept its frontier with Colombia closed on Sunday.", {"PAN BLOCKADE COL"}),
    ],
    "verbs that share what is behind the second": [
        ("Kenya harboured and armed Somali rebels.", {"KEN GRANT_ASYLUM SOM-REB", "KEN ARM SOM-REB"}),
        ("Russia first praised, then criticised Finland.", {"RUS PRAISE FIN", "RUS CONDEMN FIN"}),
        (
            "Chad accused Libya of arming and financing rebels in Sudan.",
            {"TCD ACCUSE LBY", "LBY ARM SDN-REB", "LBY FUND SDN-REB"},
        ),
    ],
    "who a participle parts from his verb": [
        (
            "Kenya mourned after Somali rebels, crossing at dawn, had killed five Kenyan soldiers.",
            {"SOM-REB KILL KEN-MIL"},
        ),
        (
            "Norway mourned after Russian jets, flying low, had buzzed a Norwegian frigate.",
            {"RUS-MIL SHOW_FORCE NOR-MIL"},
        ),
    ],
    "names and nouns behind to, and what is given behind them": [
        ("France has paid out to Mali the first slice of a loan.", {"FRA FUND MLI"}),
        ("Norway bowed on Thursday to highland sheep farmers.", {"NOR CONCEDE NOR-AGR"}),
    ],
    "one another, called thugs, drew criticism": [
        ("Chad and Niger expelled one another's envoys.", {"TCD EXPEL NER", "NER EXPEL TCD"}),
        ("Peru's president branded Chile's generals \"thieves in uniform\".", {"PER CONDEMN CHL-MIL"}),
        (
            "The jailing of Kenyan editors by a court drew stinging criticism from Amnesty International.",
            {"KEN-JUD ARREST KEN-MED", "amnesty-international CONDEMN KEN-JUD"},
        ),
    ],
    "plural presents, subjects behind a circumstance, capitals, whom one refuses to pardon": [
        ("Chad and Mali plan to sign a pact.", {"TCD SIGN MLI", "MLI SIGN TCD"}),
        ("Farmers in Peru plan to block the road to Chile.", {"PER-AGR BLOCK_PASSAGE CHL"}),
        (
            "After talks with Prime Minister Solomon Mamaloni, the Australian minister let it be known.",
            {"AUS CONSULT SLB", "SLB CONSULT AUS"},
        ),
        ("A Chinese envoy spent two days in the North Korean capital.", {"CHN VISIT PRK"}),
        ("King Hassan of Morocco refused to pardon the air force officers.", {"MAR REFUSE MAR-MIL"}),
    ],
    "whom a relative clause is about": [
        (
            "Chad freed ten Libyan soldiers, two of whom France had wounded.",
            {"TCD RELEASE LBY-MIL", "FRA KILL LBY-MIL"},
        ),
        (
            "Kuwait deported 120 Lebanese clerks whom it suspects of raising funds for Hezbollah.",
            {"KWT DEPORT LBN-LAB", "KWT ACCUSE LBN-LAB", "LBN-LAB AID hezbollah"},
        ),
        ("Ethiopia filled its dam, which Cairo has opposed since 2011.", {"EGY OPPOSE ETH"}),
    ],
    "a name behind what it is the name of": [
        ("Madrid condemned the Basque organisation ETA.", {"ESP CONDEMN eta"}),
        ("Israel blamed the Lebanese movement Hezbollah.", {"ISR ACCUSE hezbollah"}),
        ("The Lebanese militia Hezbollah fired rockets at Israel.", {"hezbollah ATTACK ISR"}),
        ("The group Hamas bombed in May condemned Israel.", {"hamas CONDEMN ISR"}),
    ],
    "an agent behind what is to be done": [
        ("Two Soviet diplomats were given two days to leave by Costa Rica.", {"CRI EXPEL SUN"}),
    ],
    "active": [
        ("Kenya praised Uganda.", {"KEN PRAISE UGA"}),
        ("The Kremlin threatened Finland.", {"RUS THREATEN FIN"}),
    ],
    "passive swaps source and target": [
        ("Uganda was praised by Kenya.", {"KEN PRAISE UGA"}),
        ("Sanctions were imposed on Mali by France.", {"FRA SANCTION MLI"}),
        ("Uganda was praised.", set()),
    ],
    "a name before a past tense is its subject": [
        ("Sweden suspended aid to Equatorial Guinea on Monday.", {"SWE CUT_AID GNQ"}),
        ("Nauru switched recognition from Taiwan to China.", {"NRU BREAK_RELATIONS TWN"}),
    ],
    "conjuncts act one by one": [
        (
            "Norway and Sweden condemned Iran and Syria.",
            {"NOR CONDEMN IRN", "NOR CONDEMN SYR", "SWE CONDEMN IRN", "SWE CONDEMN SYR"},
        ),
        ("Chile condemned Cuba and praised Peru.", {"CHL CONDEMN CUB", "CHL PRAISE PER"}),
    ],
    "a leading X is the target of a state as well": [
        ("Cuba was supported by Peru in its bid.", {"PER SUPPORT CUB"}),
        ("Russia was expelled from the Council of Europe.", {"council-of-europe REDUCE_RELATIONS RUS"}),
    ],
    "a relative pronoun behind a preposition is whom it is about": [
        ("The rebels of Chad, to whom Libya had given arms, fled.", {"LBY ARM TCD-REB"}),
        ("Indonesia shared data with the WHO.", {"IDN SHARE_INTELLIGENCE who"}),
    ],
    "what is told of a noun may stand behind another": [
        (
            "A pardon for 40 Peruvian sailors, issued by the president of Chile, was printed.",
            {"CHL PARDON PER-MIL"},
        ),
        ("A pardon for 40 Peruvian sailors, praised in a French film, was long.", set()),
        ("A walkout by Kenyan nurses against Uganda dragged on.", {"KEN-HLH STRIKE UGA"}),
        ("Two Peruvian attachés were late.", set()),
    ],
    "what is against somebody is not always the assault": [
        (
            "Riot police in Athens clubbed Greek farmers who protested against Chile.",
            {"GRC-COP TORTURE GRC-AGR", "GRC-AGR PROTEST CHL"},
        ),
        (
            "Police in Lima fired tear gas at a march of Peruvian students against Chile.",
            {"PER-COP REPRESS PER-EDU", "PER-EDU DEMONSTRATE CHL"},
        ),
        (
            "French jets flew two raids near Gao using bombs against Boko Haram.",
            {"FRA-MIL ATTACK boko-haram"},
        ),
    ],
    "a name behind a verb is hit, whatever the parser takes it for": [
        ("The Hezbollah movement attacked Haifa.", {"hezbollah ATTACK ISR"}),
    ],
    "a past tense is joined to no infinitive": [
        (
            "Chad regretted Mali's refusal to meet Togo and recalled its ambassador to Bamako.",
            {"TCD CONDEMN MLI", "MLI REFUSE TGO", "TCD REDUCE_RELATIONS MLI"},
        ),
    ],
    "monitors are let in, whatever the parser makes of them": [
        ("Mali allowed United Nations monitors into the port.", {"MLI ADMIT united-nations"}),
    ],
    "two verbs may share what is behind the second": [
        ("France beat and jailed Chadian students.", {"FRA TORTURE TCD-EDU", "FRA ARREST TCD-EDU"}),
        ("Norway bought and sent tents to Chad.", {"NOR RELIEVE TCD"}),
    ],
    "a past tense is joined to a past tense": [
        (
            "Chad accused Mali of arming rebels and called on Niger to withdraw.",
            {"TCD ACCUSE MLI", "TCD DEMAND NER"},
        ),
    ],
    "an infinitive has its object": [
        ("France's strategy to defeat Boko Haram is succeeding.", {"FRA FIGHT boko-haram"}),
    ],
    "a hyphen behind a prefix only spells the verb": [
        (
            "Chad re-established relations with Israel.",
            {"TCD RESTORE_RELATIONS ISR", "ISR RESTORE_RELATIONS TCD"},
        ),
        ("Iran and Iraq co-signed a treaty.", {"IRN SIGN IRQ", "IRQ SIGN IRN"}),
        ("Peru re-imposed a curfew in Lima.", {"PER IMPOSE_CURFEW PER-CVL"}),
        ("Chad and Mali co-operated.", {"TCD COOPERATE MLI", "MLI COOPERATE TCD"}),
    ],
    "subjects behind what comes first": [
        (
            "With the signing of a memorandum on hostilities, Chad and Mali have agreed to allow access.",
            {"TCD PROMISE MLI", "MLI PROMISE TCD"},
        ),
    ],
    "what becomes of the object may stand before it": [
        ("Hamas set free two Kenyan nurses.", {"hamas RELEASE KEN-HLH"}),
        ("Two Kenyan nurses were set free by Hamas.", {"hamas RELEASE KEN-HLH"}),
        ("Oslo sent two Russians packing.", {"NOR DEPORT RUS-CVL"}),
        ("Libya threw open its prisons to UN monitors.", {"LBY ADMIT united-nations"}),
        ("Eritrea let 30 Djiboutian prisoners of war go home.", {"ERI RELEASE DJI-MIL"}),
        ("Chad let Libyan troops go to the sea.", set()),
    ],
    "a noun that begins the next clause is no object of this one": [
        ("Egypt condemned Ethiopia and Sudan praised Kenya.", {"EGY CONDEMN ETH", "SDN PRAISE KEN"}),
        ("Egypt condemned Ethiopia and praised Kenya.", {"EGY CONDEMN ETH", "EGY PRAISE KEN"}),
    ],
    "lists": [
        ("Russia, China and France praised Iran.", {"RUS PRAISE IRN", "CHN PRAISE IRN", "FRA PRAISE IRN"}),
    ],
    "relative clauses": [
        ("Turkey, which condemned Greece, left.", {"TUR CONDEMN GRC"}),
        ("Turkey spoke of Greece, which was condemned by Cyprus.", {"CYP CONDEMN GRC"}),
    ],
    "infinitives and participles share the subject": [
        ("Angola decided to condemn Zambia.", {"AGO CONDEMN ZMB"}),
        ("Condemning Zambia, Angola left the hall.", {"AGO CONDEMN ZMB"}),
    ],
    "nominal events": [
        ("Iran's condemnation of Iraq surprised nobody.", {"IRN CONDEMN IRQ"}),
        ("The Iranian attack on Iraq failed.", {"IRN ATTACK IRQ"}),
        ("Arms transfers from Libya to Chad went on.", {"LBY ARM TCD"}),
        ("Arms transfers to Chad went on.", set()),
    ],
    "a name with its letters in brackets and the next act together": [
        (
            "The Islamic Courts Union (ICU) and Hizbul Islam attacked Kenya.",
            {"islamic-courts-union ATTACK KEN", "hizbul-islam ATTACK KEN"},
        ),
    ],
}


@pytest.mark.parametrize(("sentence", "expected"), rows(CONSTRUCTIONS))
def test_sentence_gives_its_events_and_no_other(
    extractor: Extractor, sentence: str, expected: set[str]
) -> None:
    assert explained(extractor, sentence) == expected
