"""Who does what to whom, construction by construction: every event of a sentence, and no other."""

import pytest

from extract.pipeline import Extractor

CONSTRUCTIONS: dict[str, list[tuple[str, set[str]]]] = {
    "who says so stands between the subject and its verb": [
        (
            "Zaire, the Zambian president told journalists, had twice threatened to invade Zambia.",
            {"COD THREATEN ZMB"},
        ),
        (
            "Iraq, Kuwait's envoy told the Security Council, had stolen Kuwaiti oil.",
            {"IRQ SEIZE KWT"},
        ),
        ("Peru, Chile's premier told reporters in Lima, was arming Bolivia.", {"PER ARM BOL"}),
        ("On Friday, Mali said, Niger had bombed Chad.", {"NER ATTACK TCD"}),
        ("Israeli soldiers, the Red Cross reported, killed two Syrian doctors.", {"ISR-MIL KILL SYR-HLH"}),
        (
            "Egypt, which said on Friday that it had bombed Libya, condemned Sudan.",
            {"EGY ATTACK LBY", "EGY CONDEMN SDN"},
        ),
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
    "what is done to somebody by what is said of him": [
        ("Ecuador and Peru both said Colombia was to blame.", {"ECU ACCUSE COL", "PER ACCUSE COL"}),
        ("Eritrea, Kenya said, was to blame for the blast.", {"KEN ACCUSE ERI"}),
        ("Kenya repeated its claim that Eritrea was behind the raid.", {"KEN ACCUSE ERI"}),
        ("Sudan, which Chad said was behind the raid, held elections.", {"TCD ACCUSE SDN"}),
        ("It was Iran that was behind the hacking, Norway said.", {"NOR ACCUSE IRN"}),
        ("Kenya's president said of Eritrea that it was to blame.", {"KEN ACCUSE ERI"}),
        ("Eritrea was not to blame, Sudan said.", {"SDN DEFEND ERI"}),
        ("Chad said Sudan might be to blame for the raid.", set()),
        ("Chad denied that Sudan was behind the raid.", set()),
        ("Chad said Sudan was behind the deal.", set()),
        ('The Nigerien premier said of Chad: "We will make them pay."', {"NER THREATEN TCD"}),
        ("There will be consequences for Syria, France said.", {"FRA THREATEN SYR"}),
        ('"You have shown courage," the German chancellor told the Ukrainians.', {"DEU PRAISE UKR"}),
        ('"You must leave Kuwait," the American president told Iraq.', {"USA DEMAND IRQ"}),
        ('"Their demands are absurd," Qatar\'s foreign minister said of Saudi Arabia.', {"QAT REJECT SAU"}),
        ("Serbia, Croatia said, must hand over the suspects.", {"HRV DEMAND SRB"}),
        ("According to Brazil, Venezuela must free the prisoners.", {"BRA DEMAND VEN"}),
        ("Vietnam's ships must leave the area, China said.", {"CHN DEMAND VNM"}),
        ("Colombia's president said the rebels would have to lay down their arms.", {"COL DEMAND COL-REB"}),
        ("Chile said Peru had to play Bolivia on Friday.", set()),
        ("Analysts said Turkey must be hoping for lower prices.", set()),
    ],
    "who made, proposed or brokered what a noun names": [
        ("Albania turned down a compromise offered by Greece on Monday.", {"ALB REJECT GRC"}),
        ("Bolivia rejected a draft put forward by Chile at the talks.", {"BOL REJECT CHL"}),
        ("Algeria opposed a text sponsored by Morocco.", {"DZA OPPOSE MAR"}),
        ("Peru denounced a map that was drawn up by Ecuador.", {"PER CONDEMN ECU"}),
        ("Albania turned down a compromise Greece had put forward.", {"ALB REJECT GRC"}),
        ("Nepal denied the charges levelled by India last week.", {"NPL REJECT IND"}),
        ("China wrote off debts owed by Zambia.", {"CHN FUND ZMB"}),
        ("Serbia rejected a deal mediated by Norway.", {"SRB REJECT NOR"}),
        (
            "The Norwegian-brokered truce between Sri Lanka and the Tamil Tigers collapsed in March.",
            {"NOR MEDIATE LKA", "NOR MEDIATE ltte"},
        ),
        ("Sudan received 20 million dollars in British aid.", {"GBR FUND SDN"}),
        ("Spain detained a tanker bound for Iran.", {"ESP SEIZE IRN"}),
        ("Israel broke a ceasefire brokered by Qatar.", set()),
        ("Sudan signed a deal brokered by Qatar.", set()),
        ("Russia vetoed a resolution condemning Syria.", set()),
        ("Rebels destroyed tanks donated by Poland.", set()),
    ],
    "what is said yes or no to": [
        ("Cuba said yes to Mexican mediation.", {"CUB ACCEPT MEX"}),
        ('Croatia said "no" to a Serbian border plan.', {"HRV REJECT SRB"}),
        ("Canada said no thanks to an American offer of troops.", {"CAN REJECT USA"}),
        ("Hungary said no to taking in Afghan refugees.", {"HUN REFUSE AFG-REF"}),
        ("Israel said yes to negotiating with Hamas.", {"ISR PROMISE hamas"}),
        ("Egypt said a firm no to resettling Palestinians.", {"EGY REFUSE PSE-CVL"}),
        ("Voters said no to the euro in Denmark.", set()),
        ("Kenya said thanks to Somalia's efforts the raid failed.", set()),
    ],
    "what a single act is as well": [
        ("In a rebuff to Russia, Armenia closed a base.", {"ARM REJECT RUS"}),
        ("In a concession to Greece, Macedonia changed its flag.", {"MKD CONCEDE GRC"}),
        (
            "In a gesture of solidarity with India, Nepal closed its border with China.",
            {"NPL SUPPORT IND", "NPL BLOCKADE CHN"},
        ),
        ("Saudi Arabia cut oil output, in a snub to Washington.", {"SAU REJECT USA"}),
        ("In deference to China, Nepal banned the rally.", {"NPL CONCEDE CHN"}),
        ("In a speech on Chad, Peru's king slept.", set()),
        ("In a blow to Turkey, an earthquake hit Izmir.", set()),
    ],
    "what somebody is let, made, kept or given": [
        ("Kenya kept Uganda informed about the talks.", {"KEN INFORM UGA"}),
        ("Iran let Iraq know that it would close the border.", {"IRN WARN IRQ"}),
        ("Japan made Vietnam an offer of patrol boats.", {"JPN OFFER VNM"}),
        ("India refused Pakistan's airline overflight rights.", {"IND REJECT PAK-BUS"}),
        ("Turkey left the door open to talks with Armenia.", {"TUR OFFER ARM"}),
        ("Greece found the Turkish offer wanting.", {"GRC REJECT TUR"}),
        ("North Korea let 359 South Korean soldiers return home.", {"PRK RELEASE KOR-MIL"}),
        ("Three Turkish truckers were let go by the Iraqi rebels.", {"IRQ-REB RELEASE TUR-LAB"}),
        ("NATO allowed Serbia ten days to withdraw its tanks.", {"nato GIVE_ULTIMATUM SRB"}),
        ("Denmark helped Angola clear mines.", {"DNK AID AGO"}),
        ("Chad had its ships seized by Libya.", {"LBY SEIZE TCD"}),
        ("Venezuela kept Cuba's economy afloat.", {"VEN AID CUB"}),
        ("Chad let the grass grow.", set()),
        ("Nepal made an Indian general an honorary officer.", set()),
    ],
    "verbs that share what is behind the second": [
        ("Kenya harboured and armed Somali rebels.", {"KEN GRANT_ASYLUM SOM-REB", "KEN ARM SOM-REB"}),
        ("Russia first praised, then criticised Finland.", {"RUS PRAISE FIN", "RUS CONDEMN FIN"}),
        (
            "Chad accused Libya of arming and financing rebels in Sudan.",
            {"TCD ACCUSE LBY", "LBY ARM SDN-REB", "LBY FUND SDN-REB"},
        ),
    ],
    "with whom an attacker has a truce": [
        ("Kuwait shelled the town despite a truce with Iraq.", {"KWT ATTACK IRQ"}),
        ("Notwithstanding an armistice with Chad, Libya bombed the oasis.", {"LBY ATTACK TCD"}),
        ("Pakistan shelled Indian posts despite a truce with Bangladesh.", {"PAK ATTACK IND"}),
        ("Despite a treaty with Peru, Ecuador's president flew to Paris.", {"ECU VISIT FRA"}),
    ],
    "things that two have with each other as subjects": [
        ("Talks between Cyprus and Malta collapsed.", {"CYP HALT_TALKS MLT", "MLT HALT_TALKS CYP"}),
        (
            "A new round of talks between Laos and Nepal broke down.",
            {"LAO HALT_TALKS NPL", "NPL HALT_TALKS LAO"},
        ),
        ("Danish-Swedish talks fell through.", {"DNK HALT_TALKS SWE", "SWE HALT_TALKS DNK"}),
        ("Oman's talks with Qatar began to unravel.", {"OMN HALT_TALKS QAT", "QAT HALT_TALKS OMN"}),
        ("Talks between Togo and Benin are stalled.", {"TGO HALT_TALKS BEN", "BEN HALT_TALKS TGO"}),
        ("Talks with Peru have failed, Chile said.", {"CHL HALT_TALKS PER", "PER HALT_TALKS CHL"}),
        ("The truce between Chad and Niger, which collapsed in May, was short.", set()),
        (
            "The truce between Chad and Niger was broken on Monday.",
            {"TCD VIOLATE_CEASEFIRE NER", "NER VIOLATE_CEASEFIRE TCD"},
        ),
        ("War between Chad and Niger was averted.", set()),
        ("The pact between Chad and Niger fell apart.", set()),
        ("Trade between Chad and Niger was suspended.", {"TCD SANCTION NER", "NER SANCTION TCD"}),
        (
            "Relations between Fiji and Tonga soured and later thawed.",
            {
                "FJI REDUCE_RELATIONS TON",
                "TON REDUCE_RELATIONS FJI",
                "FJI RESTORE_RELATIONS TON",
                "TON RESTORE_RELATIONS FJI",
            },
        ),
        (
            "Ties between Egypt and Qatar were severed.",
            {"EGY BREAK_RELATIONS QAT", "QAT BREAK_RELATIONS EGY"},
        ),
        ("The war between Iran and Iraq ended all hope.", {"IRN CLASH IRQ", "IRQ CLASH IRN"}),
        ("Talks between the company and its workers collapsed.", set()),
        ("A truce between Ghana and Togo ran out.", set()),
    ],
    "things as subjects for whose they are": [
        ("Weapons from Libya reached Mali.", {"LBY ARM MLI"}),
        ("Wheat flowed from Canada to Cuba.", {"CAN TRADE CUB", "CUB TRADE CAN"}),
        ("The embargo on Haiti by Canada expired.", {"CAN LIFT_SANCTIONS HTI"}),
        ("The Dutch siege of Antwerp, Belgium, ended.", {"NLD WITHDRAW BEL"}),
        ("His tour takes the Danish premier to Ghana and Togo.", {"DNK VISIT GHA", "DNK VISIT TGO"}),
        ("Messages of sympathy arrived in Turkey from Greece.", {"GRC SUPPORT TUR"}),
        ("Oil reached 90 dollars in Norway.", set()),
        ("Food from Italy is popular in Japan.", set()),
    ],
    "protests of which only the land is told": [
        ("Protests against Israel broke out in Jordan.", {"JOR-CVL PROTEST ISR"}),
        ("Protests against the government spread in Kenya.", {"KEN-CVL PROTEST KEN"}),
        ("Protests against the war in Iraq were held in London.", set()),
    ],
    "an answer tells what was put to somebody, unless nobody is told who answers": [
        ("Mali rejected a Greek ultimatum.", {"MLI REJECT GRC"}),
        ("Denmark accepted a Swedish invitation.", {"DNK ACCEPT SWE"}),
        ("Washington rebuffed an appeal from Haiti for peacekeepers.", {"USA REJECT HTI"}),
        (
            "Finland ignored Russian warnings against joining NATO.",
            {"FIN REJECT RUS"},
        ),
        (
            "Mexico will turn down a Cuban request for the extradition of a general.",
            {"MEX REJECT CUB"},
        ),
        ("A Bolivian offer of gas to Chile was turned down on Monday.", {"BOL OFFER CHL"}),
        ("Cuba may reject an American demand for compensation.", {"CUB REJECT USA"}),
        ("Norway rejected any request for oil.", set()),
        ("Kenyan demand for tea rose in Chad.", set()),
    ],
    "what is to begin or to end between two, and what somebody is to end": [
        (
            "Norway called for a resumption of talks between Israel and Syria.",
            {"NOR DEMAND ISR", "NOR DEMAND SYR"},
        ),
        (
            "Canada urged an end to the fighting between Ethiopia and Eritrea.",
            {"CAN DEMAND ETH", "CAN DEMAND ERI", "ETH CLASH ERI", "ERI CLASH ETH"},
        ),
        (
            "Belgium demanded an end to the blockade of Qatar by Saudi Arabia.",
            {"BEL DEMAND SAU", "SAU BLOCKADE QAT"},
        ),
        ("Canada told Serbia to halt its shelling of Sarajevo.", {"CAN DEMAND SRB", "SRB ATTACK BIH"}),
        ("Egypt urged Iran to end its studies of the stars.", {"EGY DEMAND IRN"}),
        ("Chile called for an end to the school year.", set()),
    ],
    "whose truce it was, says who accuses": [
        ("India accused Pakistan of violating the truce.", {"IND ACCUSE PAK", "PAK VIOLATE_CEASEFIRE IND"}),
        (
            "The United Nations accused Mali of breaking the truce.",
            {"united-nations ACCUSE MLI"},
        ),
    ],
    "what is accused of behind who accuses, and whose wells they are": [
        (
            "The Malian army was accused by rebels of violating the truce.",
            {"MLI-REB ACCUSE MLI-MIL", "MLI-MIL VIOLATE_CEASEFIRE MLI-REB"},
        ),
        (
            "Iraq was accused by Kuwait of stealing oil from its wells.",
            {"KWT ACCUSE IRQ", "IRQ SEIZE KWT"},
        ),
    ],
    "talks that are only offered, and names that the parser hangs behind a verb": [
        ("Norway offered to host talks between Israel and Syria.", {"NOR OFFER ISR", "NOR OFFER SYR"}),
        (
            "Egypt's offer to host talks between Fatah and Hamas was ignored.",
            {"EGY OFFER fatah", "EGY OFFER hamas"},
        ),
        ("Turkey's refusal to help Greece was noted.", {"TUR REFUSE GRC"}),
        ("Greece's plan to send warships to Cyprus angered farmers.", {"GRC DEPLOY CYP"}),
    ],
    "one act that is told by its way or purpose too": [
        (
            "The presidents of Argentina and Brazil met in Montevideo for four hours of discussions.",
            {"ARG MEET BRA", "BRA MEET ARG"},
        ),
        (
            "French railway workers stopped trains in Marseille in protest at the government.",
            {"FRA-LAB BLOCK_PASSAGE FRA"},
        ),
    ],
    "whose deed it was stands elsewhere": [
        ("An American held by Iran was freed.", {"IRN ARREST USA-CVL", "IRN RELEASE USA-CVL"}),
        (
            "An Australian kidnapped by Abu Sayyaf was freed in a raid.",
            {"abu-sayyaf ABDUCT AUS-CVL"},
        ),
        (
            "Two French journalists were killed when Israeli tanks shelled their hotel.",
            {"ISR-MIL KILL FRA-MED", "ISR-MIL ATTACK FRA-MED"},
        ),
        (
            "Three Chadian soldiers died when Libyan planes bombed their camp.",
            {"LBY KILL TCD-MIL", "LBY ATTACK TCD-MIL"},
        ),
        ("Five Dutch tourists died when a Kenyan bus plunged into a ravine.", set()),
        ("The bombing of the Greek embassy was the work of Turkey.", {"TUR ATTACK GRC"}),
        ("The attack on the Spanish embassy was blamed on ETA.", {"eta ATTACK ESP"}),
        ("The trial of three Iranians in France opened on Monday.", {"FRA ARREST IRN-CVL"}),
        ("The trial of a French vaccine in Mali opened on Monday.", set()),
    ],
    "several acts that are promised or threatened, and what is sworn not to be done": [
        (
            "Russia threatened to cut off gas to Poland and to expel its diplomats.",
            {"RUS THREATEN POL"},
        ),
        ("Iran vowed never to negotiate with Israel.", {"IRN REFUSE ISR"}),
        ("India promised not to attack Pakistan.", {"IND PROMISE PAK"}),
        ("Sweden offered to help clear mines in Angola.", {"SWE OFFER AGO"}),
        ("Iran promised never to eat pork.", set()),
    ],
    "whose thing it is that somebody acts on, or that acts for him": [
        ("Bolivia, whose envoy Chile expelled in March, held elections.", {"CHL EXPEL BOL"}),
        ("Armenia, whose border Turkey closed in 1993, held elections.", {"TUR BLOCKADE ARM"}),
        ("The Kurds, whose villages the Iraqi army razed, fled.", {"IRQ-MIL ATTACK iraqi-kurds"}),
        ("Police whose batons dispersed Kenyan nurses were at large.", {"KEN-COP REPRESS KEN-HLH"}),
    ],
    "whose people they are that somebody goes on to": [
        (
            "Police closed two Kenyan newspapers and arrested their editors.",
            {"KEN-COP CENSOR KEN-MED", "KEN-COP ARREST KEN-MED"},
        ),
        (
            "Thailand cancelled a loan to Cambodia and recalled its ambassador.",
            {"THA CUT_AID KHM", "THA REDUCE_RELATIONS KHM"},
        ),
        (
            "Three Chilean widows forgave the policemen who had shot their husbands.",
            {"CHL-CVL FORGIVE CHL-COP", "CHL-COP KILL CHL-CVL"},
        ),
        (
            "Niger halted trade with Canada and ordered its students home.",
            {"NER SANCTION CAN"},
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
    "places where somebody acts from, and words that were not said": [
        ("Rebels fired from a ridge on the Malian side.", set()),
    ],
    "people for whom a paper is, whoever signed it": [
        ("A pardon for 12 students, signed by Morocco's king, was published.", {"MAR PARDON MAR-EDU"}),
    ],
    "a truce is broken with whom one has it": [
        (
            "A truce between Israel and Hamas, which Israeli jets broke on Monday, had been long.",
            {"ISR CEASE_FIRE hamas", "hamas CEASE_FIRE ISR"},
        ),
        (
            "Chad and Mali swapped captives under a truce, which Malian troops broke.",
            {
                "TCD EXCHANGE_PRISONERS MLI",
                "MLI EXCHANGE_PRISONERS TCD",
                "TCD CEASE_FIRE MLI",
                "MLI CEASE_FIRE TCD",
                "MLI-MIL VIOLATE_CEASEFIRE TCD",
            },
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
    "whom one has hit is whose people one harms": [
        ("Iraq invaded Kuwait and tortured its civilians.", {"IRQ INVADE KWT", "IRQ TORTURE KWT-CVL"}),
        ("Rwanda attacked Congo, killing its villagers.", {"RWA ATTACK COD", "RWA KILL COD-CVL"}),
        ("Kenya attacked Somalia and recalled its citizens.", {"KEN ATTACK SOM"}),
    ],
    "friends and rivals are somebody else": [
        ("Iran, whose partner Russia bombed Syria, condemned Israel.", {"RUS ATTACK SYR", "IRN CONDEMN ISR"}),
    ],
    "no truce between friends, no demonstration by a state": [
        ("France and Germany met under a truce.", {"FRA MEET DEU", "DEU MEET FRA"}),
        ("Mali was on the march against Niger.", set()),
    ],
    "their government is the country's": [
        ("Chinese students demanded that their government hold elections.", {"CHN-EDU DEMAND CHN"}),
        ("Israelis rallied against their government.", {"ISR-CVL DEMONSTRATE ISR"}),
    ],
    "out of whose land somebody is sent, and who is sent": [
        ("Seven Soviet attaches were ordered out of Canada on Thursday.", {"CAN EXPEL SUN"}),
        ("A Hungarian hacker was extradited from Cyprus to the United States.", {"CYP EXTRADITE USA"}),
        ("Niger's rulers ordered French troops out of the country.", {"NER EXPEL FRA-MIL"}),
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
    "two states of one name": [
        ("The two Koreas exchanged threats.", {"KOR THREATEN PRK", "PRK THREATEN KOR"}),
    ],
    "a name in capitals is no verb": [
        (
            "The president of Benin asked the West African bloc ECOWAS to mediate.",
            {"BEN REQUEST_MEDIATION ecowas"},
        ),
    ],
    "rebels of a band are the band's": [
        ("Colombia's FARC rebels freed two Danish nuns.", {"farc RELEASE DNK-REL"}),
    ],
    "arms are their makers', and visit nobody": [
        ("Jordan shot down Iranian drones headed for Israel.", {"JOR FIGHT IRN-MIL"}),
        ("Jordan asked for British tanks.", {"JOR APPEAL GBR"}),
    ],
    "who says that something is so demands nothing": [
        ("Zaire insisted that the fault lay with Angola.", {"COD ACCUSE AGO"}),
        ("Zaire insisted that Angola pull out its troops.", {"COD DEMAND AGO"}),
    ],
    "who does something to each other, wherever it is": [
        (
            "Mali and Chad have been massing tanks against each other on the Niger frontier.",
            {"MLI MOBILIZE TCD", "TCD MOBILIZE MLI"},
        ),
    ],
    "who says so is not who did it": [
        ("Norway's jets, Chad said on Monday, bombed two Malian villages.", {"NOR-MIL ATTACK MLI-CVL"}),
    ],
    "people who are counted, and a people in a country that a pronoun means": [
        ("Morocco flew 1,500 of its soldiers to Zaire.", {"MAR DEPLOY COD"}),
        ("Bulgaria restored citizenship to its Turkish minority.", {"BGR REFORM bulgarian-turks"}),
    ],
    "a name behind what it is the name of": [
        ("Madrid condemned the Basque organisation ETA.", {"ESP CONDEMN eta"}),
        ("Israel blamed the Lebanese movement Hezbollah.", {"ISR ACCUSE hezbollah"}),
        ("The Lebanese militia Hezbollah fired rockets at Israel.", {"hezbollah ATTACK ISR"}),
        ("The group Hamas bombed in May condemned Israel.", {"hamas CONDEMN ISR"}),
    ],
    "go-betweens, and batteries of arms": [
        ("Algerian go-betweens shuttled between Mali and Niger.", {"DZA MEDIATE MLI", "DZA MEDIATE NER"}),
        ("Moscow will deliver four batteries of air defence missiles to Damascus.", {"RUS ARM SYR"}),
        ("Cuban soldiers sailed home from Luanda in May.", {"CUB-MIL WITHDRAW AGO"}),
        ("Zambia turned to China for fuel.", {"ZMB APPEAL CHN"}),
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
    "government troops are one, not two": [
        ("Rebels in Chad abandoned a town to government forces.", {"TCD-REB SURRENDER TCD-MIL"}),
    ],
    "attachés are diplomats, with or without an accent": [
        ("Madrid will send home three Syrian attach\u00e9s within days.", {"ESP EXPEL SYR"}),
        ("Gunmen of the Red Brigades shot dead a Belgian envoy.", {"red-brigades ASSASSINATE BEL"}),
    ],
    "who is taken and then hit is not who does it": [
        (
            "The Ethiopian army captured 20 rebels and shot them.",
            {"ETH-MIL ARREST ETH-REB", "ETH-MIL KILL ETH-REB"},
        ),
        ("Kenya warned its citizens of war.", set()),
    ],
    "papers are made, people are not": [
        (
            "An amnesty for 90 army officers, signed by Peru's president, was published.",
            {"PER PARDON PER-MIL"},
        ),
    ],
    "officers who topple rulers are soldiers": [
        ("Officers toppled the president of Niger.", {"NER-MIL OVERTHROW NER"}),
    ],
    "who is bombed does what is told of him": [
        (
            "Danish jets bombed Hamas fighters firing on Iraqi forces.",
            {"DNK-MIL ATTACK hamas", "hamas ATTACK IRQ-MIL"},
        ),
        ("Danish jets bombed fighters firing on Iraqi forces.", set()),
    ],
    "a campaign in which somebody acts is his": [
        (
            "Elsewhere in the campaign to defeat ISIL, the Kenyan army began a new phase.",
            {"KEN-MIL FIGHT islamic-state"},
        ),
        ("Kim backed away from a plan to bomb Guam.", set()),
    ],
    "missions, munitions and pressure": [
        (
            "The Coalition's airstrikes delivered 24 munitions against ISIL.",
            {"anti-isis-coalition ATTACK islamic-state"},
        ),
        ("Chad kept applying pressure to Mali.", {"TCD DEMAND MLI"}),
    ],
    "whoever it took some time": [
        ("It took Kenyan police two hours to disperse 3,000 demonstrators.", {"KEN-COP REPRESS KEN-OPP"}),
        ("It took two hours to disperse 3,000 demonstrators.", set()),
    ],
    "no band in a country is its state's own": [
        (
            "The PKK condemned the arrest of its chairman by Turkish police.",
            {"pkk CONDEMN TUR-COP", "TUR-COP ARREST pkk"},
        ),
    ],
    "forces fire on their own people": [
        ("Sudanese security forces opened fire on protesters.", {"SDN-COP REPRESS SDN-OPP"}),
        ("Sudanese security forces opened fire.", set()),
    ],
    "what somebody weighs is only possible": [
        ("Chad is weighing sanctions on Mali.", {"TCD SANCTION MLI"}),
        ("Chad considers the raid on Mali a crime.", set()),
    ],
    "what only sounds so": [
        ("Chad condemned Mali for striking Chadian villagers.", {"TCD CONDEMN MLI", "MLI ATTACK TCD-CVL"}),
        ("Mali jailed Niger's spies together with Chadian soldiers.", {"MLI ARREST NER"}),
        ("Greece used helicopters against fires in Turkey.", set()),
        ("The foreign minister and President Macron met in Berlin.", set()),
        ("Germany returned the painting that Russia seized from Poland in 1945.", {"RUS SEIZE POL"}),
    ],
    "what is demanded in the same breath": [
        (
            "Spain summoned the Argentine ambassador and demanded an apology.",
            {"ESP COMPLAIN ARG", "ESP DEMAND ARG"},
        ),
        ("Spain summoned the Argentine ambassador, and Chile demanded an apology.", {"ESP COMPLAIN ARG"}),
        ("The head of Chad's Catholic church condemned Mali.", {"TCD-REL CONDEMN MLI"}),
    ],
    "thousands who protest": [
        ("Tens of thousands took to the streets of Caracas.", {"VEN-CVL DEMONSTRATE VEN"}),
        ("Thousands bombed Caracas.", set()),
    ],
    "who believes what does not matter for those in arms": [
        ("Moslem guerrillas fired rockets at the Soviet embassy in Kabul.", {"AFG-REB ATTACK SUN"}),
        ("Chad freed a Catholic priest.", {"TCD RELEASE TCD-REL"}),
        ("Muslims in Chad praised Mali.", {"chadian-muslims PRAISE MLI"}),
    ],
    "what somebody is punished for he has done": [
        (
            "A court in Chad sentenced four Malians for the murder of a Kenyan minister.",
            {"TCD-JUD CONVICT MLI-CVL", "MLI-CVL ASSASSINATE KEN"},
        ),
        (
            "Chad charged four Malians with the murder of a Kenyan minister.",
            {"TCD ARREST MLI-CVL", "MLI-CVL ASSASSINATE KEN"},
        ),
        ("Norway penalised a Chinese firm for selling missiles to Pakistan.", {"NOR CONVICT CHN-BUS"}),
    ],
    "what sums up the clause before is its subject's": [
        (
            "Canadian officers impounded a Spanish trawler, and Madrid denounced the move as piracy.",
            {"CAN-COP SEIZE ESP-AGR", "ESP CONDEMN CAN-COP"},
        ),
        (
            "Bolivia called on Chile to talk, but Chile turned the idea down.",
            {"BOL DEMAND CHL", "CHL REJECT BOL"},
        ),
    ],
    "nobody refuses his own request": [
        (
            "North Korea left the talks with South Korea after Seoul refused its request.",
            {"PRK HALT_TALKS KOR", "KOR REJECT PRK"},
        ),
        ("Chad rejected its envoy's demands.", set()),
    ],
    "who does more is who did it": [
        (
            "Villagers in Guatemala freed 14 policemen whom they had held hostage.",
            {"GTM-CVL RELEASE GTM-COP", "GTM-CVL ABDUCT GTM-COP"},
        ),
    ],
    "who says that another must": [
        (
            "Greece blocked aid for Turkey, saying that Ankara must leave Cyprus.",
            {"GRC CUT_AID TUR", "GRC DEMAND TUR"},
        ),
    ],
    "whom somebody acts together with": [
        ("Together with Mali, Chad condemned Togo.", {"MLI CONDEMN TGO", "TCD CONDEMN TGO"}),
        ("Together with Mali, it was Chad that won.", set()),
    ],
    "who is in a deed has done it": [
        (
            "Norway condemned the ambush in which the PKK killed two Turkish soldiers.",
            {"NOR CONDEMN pkk", "pkk KILL TUR-MIL"},
        ),
    ],
    "goods are sold by whose they are": [
        (
            "The sale of 40 tonnes of New Zealand butter to the Soviet Union went through.",
            {"NZL TRADE SUN", "SUN TRADE NZL"},
        ),
    ],
    "a truce that somebody brought about is between two": [
        (
            "A truce hammered out between Mali and Burkina Faso came into force.",
            {"MLI CEASE_FIRE BFA", "BFA CEASE_FIRE MLI"},
        ),
        ("A truce between Chad and Mali collapsed.", set()),
    ],
    "an agent behind what is to be done": [
        ("Two Soviet diplomats were given two days to leave by Costa Rica.", {"CRI EXPEL SUN"}),
    ],
    "people who are stuck are where they are stuck": [
        (
            "Villagers marooned by a flood in Bangladesh were rescued by India's army.",
            {"IND-MIL RELIEVE BGD-CVL"},
        ),
    ],
    "whoever reports from abroad is no one's home": [
        (
            "Zambia freed 31 trade unionists held since June, state radio monitored in Harare said.",
            {"ZMB RELEASE ZMB-LAB"},
        ),
    ],
    "art, and teachers on strike": [
        ("An opera in which a Chadian colonel storms Mali's palace opened in Milan.", set()),
        ("The novel tells how Chadian rebels seized Mali's gold.", set()),
        ("Chad relented before striking Chadian teachers.", set()),
    ],
    "reservists are called up against others": [
        ("Togo closed its border with Benin and mobilised army reservists.", {"TGO BLOCKADE BEN"}),
    ],
    "partners, neighbours and rivals are whoever is named beside": [
        ("Chad thanked its neighbours, Mali and Niger.", {"TCD PRAISE MLI", "TCD PRAISE NER"}),
        ("Chad thanked its partners, especially Mali.", {"TCD PRAISE MLI"}),
        ("Tehran menaced its Gulf neighbour Kuwait.", {"IRN THREATEN KWT"}),
    ],
    "where an assault hit is not whom": [
        ("A Saudi airstrike in Yemen killed ten Houthi soldiers.", {"SAU KILL houthis"}),
        ("Ten Houthi soldiers were killed by a Saudi airstrike in Yemen.", {"SAU KILL houthis"}),
        ("A Saudi airstrike in Yemen was condemned by Mali.", {"SAU ATTACK YEM", "MLI CONDEMN SAU"}),
    ],
    "members of a tribe are people": [
        ("Boko Haram killed 70 members of the Shuwa tribe in Borno.", {"boko-haram KILL NGA-CVL"}),
    ],
    "a coalition's airstrike": [
        (
            "Abu Jandal al-Kuwaiti, an ISIL leader, was killed by a coalition airstrike in Syria.",
            {"anti-isis-coalition KILL islamic-state"},
        ),
        ("Mali has a coalition of Islamic State fighters.", set()),
    ],
    "the support that somebody speaks of is its owner's": [
        ("Guterres reiterated EU support for Chad.", {"european-union SUPPORT TCD"}),
        ("Guterres pledged EU support for Chad.", {"european-union SUPPORT TCD"}),
        ("Guterres reiterated his support for Chad.", {"united-nations SUPPORT TCD"}),
    ],
    "whose fight it is": [
        (
            "Turkey supports Mali and Chad in their struggle against Boko Haram.",
            {"TUR SUPPORT MLI", "TUR SUPPORT TCD", "MLI FIGHT boko-haram", "TCD FIGHT boko-haram"},
        ),
    ],
    "what is done in support of somebody": [
        (
            "Norway's navy carried out strikes on Hamas in support of Mali.",
            {"NOR-MIL ATTACK hamas", "NOR-MIL SUPPORT MLI"},
        ),
        ("Norway resumed the war in breach of its truce with Mali.", {"NOR VIOLATE_CEASEFIRE MLI"}),
    ],
    "the victims of a regime are at home": [
        ("The Syrian regime used barrel bombs to kill civilians.", {"SYR KILL SYR-CVL"}),
        ("Denmark killed civilians.", set()),
    ],
    "two holders of an office are of the two countries named": [
        (
            "The prime minister and President Macron met at a summit of Chad and France.",
            {"TCD MEET FRA", "FRA MEET TCD"},
        ),
    ],
    "buildings are taken from those who hold them": [
        (
            "Iraqi forces attempted to seize the hospital complex from ISIL fighters.",
            {"IRQ-MIL OCCUPY islamic-state"},
        ),
        ("The Taliban used suicide bombers against the Afghan army.", {"taliban ATTACK AFG-MIL"}),
    ],
    "who remains committed to a deed promises or threatens it": [
        ("Chad remains committed to attacking Mali.", {"TCD THREATEN MLI"}),
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
    "rebels beside a ruler are not under him": [
        (
            "The government of Chad and Toubou rebels signed a truce in Libreville.",
            {"TCD CEASE_FIRE toubou", "toubou CEASE_FIRE TCD"},
        ),
        ("The governments of Chad and Sudan signed a pact.", {"TCD SIGN SDN", "SDN SIGN TCD"}),
    ],
    "rebels are not of the city where they negotiate": [
        (
            "The government of Colombia and leftist guerrillas opened talks in Havana.",
            {"COL NEGOTIATE COL-REB", "COL-REB NEGOTIATE COL"},
        ),
        (
            "Chad's government broke off talks with southern rebels in Nairobi, accusing them of piracy.",
            {"TCD HALT_TALKS TCD-REB", "TCD ACCUSE TCD-REB"},
        ),
    ],
    "a name before a past tense is its subject": [
        ("Sweden suspended aid to Equatorial Guinea on Monday.", {"SWE CUT_AID GNQ"}),
        ("Nauru switched recognition from Taiwan to China.", {"NRU BREAK_RELATIONS TWN"}),
    ],
    "who appeals may be named by his office": [
        (
            "Miners in Chile refused to return to work despite an appeal by President Boric.",
            {"CHL-LAB REFUSE CHL", "CHL APPEAL CHL-LAB"},
        ),
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
    "what somebody answers by an alarm is its occasion": [
        (
            "Danish troops went on alert on Friday when a Russian frigate sailed into the strait.",
            {"DNK-MIL ALERT RUS-MIL"},
        ),
        (
            "Peru sent troops to its border with Chile, and Santiago put the navy on alert in reply.",
            {"PER MOBILIZE CHL", "CHL ALERT PER"},
        ),
    ],
    "a relative clause has its own country": [
        (
            "Kenya armed Uganda, whose army is battling rebels in the north.",
            {"KEN ARM UGA", "UGA-MIL FIGHT UGA-REB"},
        ),
        (
            "Fijian troops are in East Timor, where Portugal has pledged to rebuild the hospital.",
            {"PRT PROMISE TLS"},
        ),
    ],
    "a protest is against those of whom something is wanted": [
        (
            "Norwegian teachers began a strike, demanding that the Danish government raise their pay.",
            {"NOR-EDU STRIKE DNK", "NOR-EDU DEMAND DNK"},
        ),
        (
            "Nurses in Ghana called off a strike after the government raised their pay.",
            {"GHA-HLH END_PROTEST GHA", "GHA REFORM GHA-HLH"},
        ),
    ],
    "a pronoun may mean a role without a country": [
        (
            "Peruvian miners went on strike, while the army said it would crush the guerrillas.",
            {"PER-MIL FIGHT PER-REB", "PER-LAB STRIKE PER"},
        ),
    ],
    "a gesture is his who made it": [
        (
            "Japan apologised to China for the suffering caused by its rule, a gesture which Manila praised.",
            {"JPN APOLOGIZE CHN", "PHL PRAISE JPN"},
        ),
    ],
    "exercises beside one's own city frighten nobody": [
        (
            "Kazakh and Kyrgyz troops began joint exercises near Bishkek.",
            {"KAZ-MIL EXERCISE KGZ-MIL", "KGZ-MIL EXERCISE KAZ-MIL"},
        ),
    ],
    "what is kept from happening does not happen": [
        (
            "Cyprus blocked the start of membership negotiations between the European Union and Turkey.",
            {"CYP VETO european-union", "CYP VETO TUR"},
        ),
    ],
    "who helps two to agree stands under their talks": [
        (
            "Peru and Ecuador held negotiations in Geneva under Brazilian auspices.",
            {"PER NEGOTIATE ECU", "ECU NEGOTIATE PER", "BRA MEDIATE PER", "BRA MEDIATE ECU"},
        ),
        ("Lebanon voiced satisfaction with French mediation.", {"LBN PRAISE FRA"}),
    ],
    "a state's judges deal with its own army": [
        ("Judges in Lima are investigating the army.", {"PER-JUD INVESTIGATE PER-MIL"}),
    ],
    "them are those of the clause before": [
        (
            "Mali released 140 Chadian prisoners and Togo pardoned them.",
            {"MLI RELEASE TCD-CVL", "TGO PARDON TCD-CVL"},
        ),
    ],
    "conjuncts act one by one": [
        (
            "Norway and Sweden condemned Iran and Syria.",
            {"NOR CONDEMN IRN", "NOR CONDEMN SYR", "SWE CONDEMN IRN", "SWE CONDEMN SYR"},
        ),
        ("Chile condemned Cuba and praised Peru.", {"CHL CONDEMN CUB", "CHL PRAISE PER"}),
    ],
    "reciprocal acts go both ways": [
        ("Egypt and Israel signed a treaty.", {"EGY SIGN ISR", "ISR SIGN EGY"}),
        ("Negotiations between Ghana and Togo began.", {"GHA NEGOTIATE TGO", "TGO NEGOTIATE GHA"}),
        ("Peru negotiated with Bolivia.", {"PER NEGOTIATE BOL", "BOL NEGOTIATE PER"}),
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
    "a threat hits who would set it off": [
        ("Russia threatened to attack unless Ukraine surrendered.", {"RUS THREATEN UKR"}),
        ("Kenya will close its embassy if it rains.", set()),
        ("Hamas fought until Egypt brokered a truce.", set()),
    ],
    "what is undone lies on whom it was laid": [
        (
            "Norway lifted the embargo that it had imposed on Mali.",
            {"NOR LIFT_SANCTIONS MLI", "NOR SANCTION MLI"},
        ),
        ("ECOWAS eased sanctions imposed on Mali.", {"ecowas LIFT_SANCTIONS MLI"}),
    ],
    "who stops an act does what it is to stop it": [
        ("Germany stopped funding the Taliban.", {"DEU CUT_AID taliban"}),
        ("Russia stopped bombing Ukraine.", {"RUS DEESCALATE UKR"}),
        ("Russia did not stop bombing Ukraine.", {"RUS ATTACK UKR"}),
        ("Kenya stopped buying Ethiopian power.", {"KEN SANCTION ETH"}),
    ],
    "what is suffered in an attack is the attacker's": [
        ("Three Turkish soldiers were killed in clashes with the PKK.", {"pkk KILL TUR-MIL"}),
        ("Two Egyptian guards were killed in an Israeli strike.", {"ISR KILL EGY-COP"}),
        ("Two Egyptian guards were killed in a fire.", set()),
        ("Two Egyptian guards were killed during a French visit.", set()),
        ("Two Egyptian guards were killed in an exercise with Rwanda.", set()),
    ],
    "a weapon is whose hand it came from": [
        ("A rocket fired by Hamas hit a house in Israel.", {"hamas ATTACK ISR"}),
        ("A bomb planted by the Taliban killed four British soldiers.", {"taliban KILL GBR-MIL"}),
        ("A plane flown from Kenya killed two Ugandan soldiers.", set()),
        ("France said a storm sank a ship and killed three Libyan soldiers.", set()),
    ],
    "a circumstance tells who moved somebody": [
        ("Under pressure from the IMF, Indonesia closed banks.", {"imf DEMAND IDN"}),
        (
            "Cuba sent soldiers to Angola at the request of Ethiopia.",
            {"ETH APPEAL CUB", "CUB DEPLOY AGO"},
        ),
        ("Despite an appeal by the Vatican, Iran executed a Turk.", {"VAT APPEAL IRN", "IRN KILL TUR-CVL"}),
        ("The Spanish minister works under pressure from Monday to Friday.", set()),
        ("Russia left the pact over the objections of Japan.", {"JPN OPPOSE RUS"}),
        ("Prices rose in Peru under pressure from demand in China.", set()),
    ],
    "what is said to be out of the question is refused": [
        ("Removing the sanctions on Fiji is out of the question, New Zealand said.", {"NZL REFUSE FJI"}),
        ("It is out of the question to lift the embargo on Cuba, Panama said.", {"PAN REFUSE CUB"}),
        ("Talks with the Taliban are not on the agenda, Norway said.", {"NOR REFUSE taliban"}),
        ("Talks with the Taliban are on the agenda, Norway said.", set()),
        ("The storm made sailing to Cuba out of the question, the Spanish skipper said.", set()),
    ],
    "a protest is against whom its anti- names": [
        ("Chinese students held anti-Japanese protests in Chengdu.", {"CHN-EDU PROTEST JPN"}),
        ("Anti-Greek protests by Albanian miners spread to Tirana.", {"ALB-LAB PROTEST GRC"}),
        ("Kenyan students held anti-government protests.", {"KEN-EDU PROTEST KEN"}),
    ],
    "people march where troops invade": [
        ("Druze marched through Damascus against the Syrian government.", {"syrian-druze DEMONSTRATE SYR"}),
        ("Libyan troops marched through Cairo.", {"LBY-MIL INVADE EGY"}),
    ],
    "who was arrested somewhere was so by its rulers, if nobody is named": [
        ("Two Kenyan journalists were arrested in Sudan.", {"SDN ARREST KEN-MED"}),
        ("Turkish agents arrested a Kenyan banker in Sudan.", {"TUR-SPY ARREST KEN-BUS"}),
        ("A Chadian banker was deported from France.", {"FRA DEPORT TCD-BUS"}),
        ("A Chadian banker was deported from France by Niger.", {"NER DEPORT TCD-BUS"}),
    ],
    "a leading X is the target of a state as well": [
        ("Cuba was supported by Peru in its bid.", {"PER SUPPORT CUB"}),
        ("Russia was expelled from the Council of Europe.", {"council-of-europe REDUCE_RELATIONS RUS"}),
    ],
    "a relative pronoun behind a preposition is whom it is about": [
        ("The rebels of Chad, to whom Libya had given arms, fled.", {"LBY ARM TCD-REB"}),
        ("Indonesia shared data with the WHO.", {"IDN SHARE_INTELLIGENCE who"}),
    ],
    "an ally may be told beside his name": [
        (
            "Syria, Iran's closest ally, condemned Jordan.",
            {"SYR ALLY IRN", "IRN ALLY SYR", "SYR CONDEMN JOR"},
        ),
        ("Iran's ally Syria condemned Jordan.", {"SYR ALLY IRN", "IRN ALLY SYR", "SYR CONDEMN JOR"}),
        ("Iran condemned an ally of Jordan.", set()),
    ],
    "people of a faith are of the country that they are in": [
        ("Catholic bishops in Uganda condemned Panama.", {"UGA-REL CONDEMN PAN"}),
        ("Kurdish rebels in Iraq condemned Panama.", {"iraqi-kurds CONDEMN PAN"}),
    ],
    "whoever is named owns, not the place beside": [
        (
            "Peruvian rebels surrendered to Colonel Vega's troops at Cartagena.",
            {"PER-REB SURRENDER PER-MIL"},
        ),
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
    "forces among their own people invade nobody": [
        ("Myanmar poured troops into Rohingya villages.", {"MMR DEPLOY rohingya"}),
        ("India poured troops into Rohingya villages.", {"IND INVADE rohingya"}),
    ],
    "what ends may be told with of": [
        ("Turkey halted its shelling of the PKK.", {"TUR DEESCALATE pkk"}),
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
    "who refuses despite a wish refuses whoever has it": [
        (
            "Despite pressure from France, Mali refused to free the prisoners.",
            {"FRA DEMAND MLI", "MLI REFUSE FRA"},
        ),
    ],
    "who is before a hyphen backs who is behind it": [
        ("Libyan-backed rebels seized Abeche's airport.", {"LBY SUPPORT TCD-REB", "TCD-REB OCCUPY TCD"}),
        ("The rebels, armed by Libya, seized Abeche.", {"LBY ARM TCD-REB", "TCD-REB OCCUPY TCD"}),
        (
            "The Iran-backed Hezbollah movement attacked Haifa.",
            {"IRN SUPPORT hezbollah", "hezbollah ATTACK ISR"},
        ),
        ("The Qatari-led embargo on Chad began.", {"QAT SANCTION TCD"}),
        ("Iran-backed militants shelled Qatar.", set()),
        ("The Libyan-held town of Aouzou lies in Chad.", set()),
    ],
    "victims and what follows between others do nothing": [
        ("The massacre of villagers in Chad shocked Mali.", set()),
        ("The massacre of villagers deepened the mistrust between Chad and Mali.", set()),
        ("Mali praised Qatar for the repatriation of Malians from Libya.", {"MLI PRAISE QAT"}),
    ],
    "fighting has parties though it stands first": [
        ("Fighting between Chad and Libya spread to Aouzou.", {"TCD CLASH LBY", "LBY CLASH TCD"}),
    ],
    "a name behind a verb is hit, whatever the parser takes it for": [
        ("The Hezbollah movement attacked Haifa.", {"hezbollah ATTACK ISR"}),
    ],
    "who calls an envoy in to protest protests himself": [
        (
            "Norway summoned the Chilean envoy to protest against the boycott.",
            {"NOR COMPLAIN CHL"},
        ),
    ],
    "a state that protests complains": [
        ("Chad protested against the Libyan blockade.", {"TCD COMPLAIN LBY"}),
        ("Chadian students protested against the Libyan blockade.", {"TCD-EDU PROTEST LBY"}),
    ],
    "who joins another in an act is not alone": [
        ("Chad joined Mali in condemning Togo.", {"TCD CONDEMN TGO", "MLI CONDEMN TGO"}),
    ],
    "what is signed is the clause's": [
        ("Under a deal signed with Chad, Mali may buy oil.", {"MLI SIGN TCD", "TCD SIGN MLI"}),
    ],
    "who mediates helps both": [
        (
            "Under Omani mediation, Chad and Mali signed a pact.",
            {"TCD SIGN MLI", "MLI SIGN TCD", "OMN MEDIATE TCD", "OMN MEDIATE MLI"},
        ),
    ],
    "an answer is to whose deed it answers": [
        ("Egypt answered Libya's move by closing the border.", {"EGY BLOCKADE LBY"}),
    ],
    "their may be of two who stand right before": [
        (
            "Sweden cut its aid to Mali and Chad because of their pact with Russia.",
            {
                "SWE CUT_AID MLI",
                "SWE CUT_AID TCD",
                "MLI SIGN RUS",
                "RUS SIGN MLI",
                "TCD SIGN RUS",
                "RUS SIGN TCD",
            },
        ),
    ],
    "both are not who speaks of them": [
        (
            "Oman praised the pact between Mali and Chad and commended both countries.",
            {"MLI SIGN TCD", "TCD SIGN MLI", "OMN PRAISE MLI", "OMN PRAISE TCD"},
        ),
    ],
    "a past tense is joined to no infinitive": [
        (
            "Chad regretted Mali's refusal to meet Togo and recalled its ambassador to Bamako.",
            {"TCD CONDEMN MLI", "MLI REFUSE TGO", "TCD REDUCE_RELATIONS MLI"},
        ),
    ],
    "some of those told of are told of further": [
        (
            "Chad held 40 Malian students, some of whom Chadian soldiers had beaten.",
            {"TCD ARREST MLI-EDU", "TCD-MIL TORTURE MLI-EDU"},
        ),
        ("Malian students left after Togo's police arrested fifty of them.", {"TGO-COP ARREST MLI-EDU"}),
    ],
    "whose soldiers are those of all who are named": [
        (
            "Chad and Mali, whose soldiers had exchanged fire, left.",
            {"TCD-MIL CLASH MLI-MIL", "MLI-MIL CLASH TCD-MIL"},
        ),
    ],
    "a country has nothing that is his": [
        (
            "Trump threatened Chad with tariffs, and within hours Bamako yielded to his demands.",
            {"USA THREATEN TCD", "MLI CONCEDE USA"},
        ),
    ],
    "talks about a truce are none": [
        ("The truce talks between Chad and Mali were delayed.", {"TCD HALT_TALKS MLI", "MLI HALT_TALKS TCD"}),
    ],
    "monitors are let in, whatever the parser makes of them": [
        ("Mali allowed United Nations monitors into the port.", {"MLI ADMIT united-nations"}),
    ],
    "the bloc takes up its name with an act behind it": [
        (
            "Niger left ECOWAS, accusing the bloc of imposing sanctions on Mali.",
            {"NER REDUCE_RELATIONS ecowas", "NER ACCUSE ecowas", "ecowas SANCTION MLI"},
        ),
    ],
    "what gives occasion for an act is whom it is done to": [
        ("Chad recalled its ambassador over the Libyan raid.", {"TCD REDUCE_RELATIONS LBY"}),
        ("Chad recalled its ambassador in protest at the Libyan raid.", {"TCD REDUCE_RELATIONS LBY"}),
        ("Chad recalled its ambassador.", set()),
    ],
    "who is acted upon is acted upon further": [
        (
            "Mali condemned Chad in front of Niger and warned it against reprisals.",
            {"MLI CONDEMN TCD", "MLI WARN TCD"},
        ),
        (
            "Mali sued Chad before the International Court of Justice, accusing it of piracy.",
            {"MLI SUE TCD", "MLI ACCUSE TCD"},
        ),
    ],
    "whatever somebody is blamed for, he is behind on": [
        ("Norway blamed the intrusion into its servers on China.", {"NOR ACCUSE CHN"}),
        ("Norway blamed the delay on Monday.", set()),
    ],
    "a war is nobody's where it rages": [
        ("Half of Oslo's students marched against the war in Chad.", set()),
    ],
    "an alarm is about who gave it": [
        ("Chad put its army on alert after Libyan jets appeared.", {"TCD ALERT LBY-MIL"}),
        ("Chad put its army on alert because of Libya.", {"TCD ALERT LBY"}),
    ],
    "what is defended has its own": [
        (
            "Mali leapt to the defence of Chad over its arrest of a Libyan envoy.",
            {"MLI DEFEND TCD", "TCD ARREST LBY"},
        ),
    ],
    "who presses ahead with it does it": [
        ("Chad pressed ahead with an embargo against Mali.", {"TCD SANCTION MLI"}),
    ],
    "a vice-president holds office, an ex-minister none": [
        ("Chad's vice-president praised Mali.", {"TCD PRAISE MLI"}),
        ("An ex-minister of Chad praised Mali.", set()),
    ],
    "several who come somewhere to talk talk with each other": [
        (
            "Chadian and Libyan ministers flew to Cairo for peace talks.",
            {"TCD VISIT EGY", "LBY VISIT EGY", "TCD NEGOTIATE LBY", "LBY NEGOTIATE TCD"},
        ),
        ("Chad's envoy flew to Cairo for peace talks.", {"TCD VISIT EGY"}),
    ],
    "where somebody with a title is is not whose he is": [
        ("In Togo Minister Ellwood met Mali's envoy.", {"MLI MEET ellwood", "ellwood MEET MLI"}),
    ],
    "what is used in an attack says against whom it is": [
        ("Chad conducted strikes in Mali using drones against Hamas.", {"TCD ATTACK hamas"}),
    ],
    "who did it may stand before what is done": [
        ("The condemnation by Chad of the Malian raid was welcome.", {"TCD CONDEMN MLI"}),
        ("The imposition by Chad of sanctions on Mali angered Togo.", {"TCD SANCTION MLI"}),
    ],
    "who is extradited does not extradite": [
        ("The extradition of a Chadian general to Senegal was delayed.", set()),
    ],
    "who sign a pact to do something have signed": [
        ("Chad and Mali signed a pact to trade more.", {"TCD SIGN MLI", "MLI SIGN TCD"}),
        ("Chad signed a contract to sell oil to Mali.", {"TCD PROMISE MLI"}),
    ],
    "a government with its own whose stands beside rebels": [
        (
            "Yemen's government and Houthi rebels agreed to exchange prisoners.",
            {"YEM PROMISE houthis", "houthis PROMISE YEM"},
        ),
    ],
    "whom somebody flies somewhere he does not visit with": [
        (
            "Honduran soldiers overthrew President Manuel Zelaya and flew him to Chad.",
            {"HND-MIL OVERTHROW HND"},
        ),
        ("Togo's president flew to Ghana.", {"TGO VISIT GHA"}),
    ],
    "land without a name is the state's own": [
        (
            "Peru's government declared a state of emergency in three provinces.",
            {"PER IMPOSE_CURFEW PER-CVL"},
        ),
    ],
    "an alarm after a clash is about who was clashed with": [
        ("Chad put its army on alert after clashes with Libyan troops.", {"TCD ALERT LBY-MIL"}),
    ],
    "whoever plays or travels does nothing political by it": [
        ("Hikers from Norway stormed a peak in Chad.", set()),
        ("Police in Chad arrested three Norwegian hikers.", {"TCD-COP ARREST NOR-CVL"}),
        ("Norwegian singers condemned Chad.", {"NOR-CVL CONDEMN TCD"}),
    ],
    "whom one fights beside is no enemy": [
        ("Chadian troops fought with Hamas against Mali.", {"TCD-MIL CLASH MLI", "MLI CLASH TCD-MIL"}),
    ],
    "a state is kind to the rebels of others": [
        ("Libya backed rebels abroad.", set()),
        ("Libya signed a truce with the rebels.", {"LBY CEASE_FIRE LBY-REB", "LBY-REB CEASE_FIRE LBY"}),
    ],
    "hostages are not held by their own state": [
        ("French hostages held in Niger were freed.", set()),
    ],
    "what killed was the raid, not whom it hit": [
        (
            "Togo condemned Chad's raid on Mali, which killed two Malian soldiers.",
            {"TGO CONDEMN TCD", "TCD ATTACK MLI", "TCD KILL MLI-MIL"},
        ),
    ],
    "retaliation is for what is behind it": [
        ("Chad shelled Hamas in retaliation for a strike on Togo.", {"TCD ATTACK hamas"}),
    ],
    "two verbs may share what is behind the second": [
        ("France beat and jailed Chadian students.", {"FRA TORTURE TCD-EDU", "FRA ARREST TCD-EDU"}),
        ("Norway bought and sent tents to Chad.", {"NOR RELIEVE TCD"}),
    ],
    "a prompt that says whom it is to moves nobody else": [
        ("Despite criticism of Israel by Chad, Togo opened an embassy.", {"TCD CONDEMN ISR"}),
        ("After pressure on Turkey from Greece, Cyprus was calm.", {"GRC DEMAND TUR"}),
        ("Israel never bombed the reactor at the request of Egypt.", set()),
        ("Despite strong demand from China, Australia's exports fell.", set()),
        ("On the orders of a French doctor, Gabon's president rested.", set()),
    ],
    "who calls the deed of others out of the question refuses nothing": [
        ("A Russian attack on Poland is out of the question, Norway said.", set()),
    ],
    "an ally that was is none": [
        ("Pakistan abandoned its ally the Taliban.", set()),
        ("Egypt's one-time ally Syria condemned Chad.", {"SYR CONDEMN TCD"}),
    ],
    "peoples with guns invade": [
        ("Kurds marched on Kirkuk with guns.", {"iraqi-kurds INVADE IRQ"}),
    ],
    "what a state does in its own land is done to its people": [
        ("Kenya's president imposed a curfew in Nairobi.", {"KEN IMPOSE_CURFEW KEN-CVL"}),
        ("Peru's army imposed a curfew in Lima.", {"PER-MIL IMPOSE_CURFEW PER-CVL"}),
        ("The Chadian president promised to democratize Chad.", {"TCD PROMISE TCD-CVL"}),
        ("The Chadian president congratulated Chad.", set()),
        ("The queen expressed regret to Ireland.", set()),
        ("Syrian troops captured Aleppo.", set()),
    ],
    "whatever brought it about, an act is its doer's": [
        ("The attack prompted Peru to condemn Chile.", {"PER CONDEMN CHL"}),
        ("Chad moved troops to attack Sudan.", {"TCD ATTACK SDN"}),
        ("Norway asked Chad to condemn Mali.", {"NOR DEMAND TCD"}),
    ],
    "two adjectives share a role": [
        (
            "Thai and Lao border guards attacked Burmese troops.",
            {"THA-COP ATTACK MMR-MIL", "LAO-COP ATTACK MMR-MIL"},
        ),
    ],
    "people are hit, not the place where they are sent": [
        ("Kenya deported ten Somali refugees to Ethiopia.", {"KEN DEPORT SOM-REF"}),
        ("Kenya deported refugees to Ethiopia.", {"KEN DEPORT ETH-REF"}),
    ],
    "whoever lets somebody in admits him": [
        ("Chad let Danish inspectors in.", {"TCD ADMIT DNK"}),
        ("Chad refused to let Danish inspectors in.", {"TCD REFUSE DNK"}),
    ],
    "what a motion demands is its voters'": [
        (
            "A resolution adopted by the Philippine Senate demands that Chad free nuns.",
            {"PHL-LEG DEMAND TCD"},
        ),
    ],
    "where somebody was is where it happened": [
        ("He fled to Kenya, where police arrested two Somali journalists.", {"KEN-COP ARREST SOM-MED"}),
    ],
    "what help is asked for is not done": [
        ("Bhutan asked India for help in fighting Assamese guerrillas.", {"BTN APPEAL IND"}),
    ],
    "officers of a service are its own": [
        ("Officers of Russia's GRU arrested two Danish nuns.", {"RUS-SPY ARREST DNK-REL"}),
    ],
    "what sums up a meeting is not whom it was with": [
        (
            "The premiers of Chad and Mali met on Friday, the first encounter in years.",
            {"TCD MEET MLI", "MLI MEET TCD"},
        ),
    ],
    "a past tense is joined to a past tense": [
        (
            "Chad accused Mali of arming rebels and called on Niger to withdraw.",
            {"TCD ACCUSE MLI", "TCD DEMAND NER"},
        ),
    ],
    "people serve the group behind them": [
        ("Hutu rebels of the FDLR attacked Uganda.", {"fdlr ATTACK UGA"}),
    ],
    "what women do is not what troops do": [
        (
            "A march by Mapuche women on the palace in Santiago passed off peacefully.",
            {"mapuche DEMONSTRATE CHL"},
        ),
    ],
    "who is found guilty is convicted": [
        ("A court in Chile found three Peruvian officers guilty of murder.", {"CHL-JUD CONVICT PER-COP"}),
        ("A court in Chile found three men guilty of the murder of a Peruvian judge.", set()),
    ],
    "prisoners of war are no war": [
        ("Iran and Iraq freed prisoners of war.", set()),
    ],
    "who asks to mediate asks for mediation": [
        ("Peru asked the Vatican to mediate in its dispute with Chile.", {"PER REQUEST_MEDIATION VAT"}),
    ],
    "who is blamed for an act has done it, says who blames": [
        ("Rwanda blamed Burundi for an attack on Kigali.", {"RWA ACCUSE BDI", "BDI ATTACK RWA"}),
        ("Mali was blamed by Chad for the bombing of Niger.", {"TCD ACCUSE MLI", "MLI ATTACK NER"}),
        ("Chad refused to blame Mali for the attack on Niger.", {"TCD REFUSE MLI"}),
        ("Nobody blamed Chad for the attack on Mali.", set()),
    ],
    "troops may shell a school anywhere": [
        ("Israeli forces shelled a school.", set()),
    ],
    "whom one does something in support of is not hit": [
        ("American aircraft bombed the town in support of the Iraqi army.", {"USA SUPPORT IRQ-MIL"}),
        ("In support of the Iraqi army, American aircraft bombed the town.", {"USA SUPPORT IRQ-MIL"}),
        ("American aircraft bombed a bridge in Iraq.", {"USA ATTACK IRQ"}),
    ],
    "an infinitive has its object": [
        ("France's strategy to defeat Boko Haram is succeeding.", {"FRA FIGHT boko-haram"}),
    ],
    "with whatever it is done, an attack is against whom it says": [
        (
            "In Syria, French forces flew 20 strikes using bomber and fighter jets against Hamas targets.",
            {"FRA-MIL ATTACK hamas"},
        ),
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
    "who blames is no doer": [
        ("Russia was blamed for the attack on Poland by Germany.", {"DEU ACCUSE RUS", "RUS ATTACK POL"}),
        ("Hungary blamed Ukraine for the war with Russia.", {"HUN ACCUSE UKR"}),
    ],
    "one person is no country": [
        ("Someone in Germany threatened a Turkish minister.", set()),
        ("Not everyone in Iran condemned Israel.", set()),
    ],
    "who is against a group is not of it": [
        ("The anti-Taliban movement attacked Pakistan.", set()),
        ("A United Nations group criticised Syria.", set()),
    ],
    "a citizen is found guilty": [
        ("A Dutch court found a Syrian guilty of torture.", {"NLD-JUD CONVICT SYR-CVL"}),
    ],
    "a partner may stand first": [
        ("With Hamas, Israel agreed to a ceasefire.", {"ISR CEASE_FIRE hamas", "hamas CEASE_FIRE ISR"}),
    ],
    "who insists that something is so demands nothing": [
        ("Norway insisted that Chad had poisoned its wells.", set()),
        ("Norway insisted that Chad must leave Mali.", {"NOR DEMAND TCD"}),
        ("Israel insisted that Iran was to leave Syria.", {"ISR DEMAND IRN"}),
    ],
    "where a film is set nothing happens": [
        ("The film is set in Iran, where rebels killed an American.", set()),
    ],
    "who is whose friend": [
        ("Norway is Israel's closest friend.", {"NOR ALLY ISR", "ISR ALLY NOR"}),
        ("Sudan's premier called his Egyptian counterpart.", {"SDN CALL EGY", "EGY CALL SDN"}),
    ],
    "what happens between two": [
        ("The guns fell silent between Iran and Iraq.", {"IRN CEASE_FIRE IRQ", "IRQ CEASE_FIRE IRN"}),
        ("Restorers in Rome repaired a link between Greece and Egypt.", set()),
    ],
    "another's agent is no doer": [
        (
            "Britain is bound to defeat Hamas and has praised the re-taking of towns by Chadian troops.",
            {"GBR THREATEN hamas", "GBR PRAISE TCD-MIL"},
        ),
    ],
    "a role of no one country is not the other end's": [
        ("An Arab newspaper condemned Israel.", set()),
        ("Libyan guards beat African migrants.", {"LBY-COP TORTURE LBY-REF"}),
    ],
    "a noun behind a name says what its bearer is": [
        ("The radical Hezbollah movement condemned Egypt.", {"hezbollah CONDEMN EGY"}),
        ("Mali was condemned by the Ansar Dine network.", {"ansar-dine CONDEMN MLI"}),
    ],
    "whoever is of those named is them": [
        ("Chad's minister was not received by anyone in the Syrian government.", {"SYR HOST TCD"}),
    ],
    "who is spelled out is whom a protest is against": [
        ("Anti-American Filipino students protested against Japan.", {"PHL-EDU PROTEST JPN"}),
    ],
    "captives are not the state's": [
        ("Two kidnapped Italian nuns were detained in Cameroon.", set()),
    ],
    "several of a nation are what they are said to be": [
        ("Rebels including Libyans attacked Chad.", {"LBY-REB ATTACK TCD"}),
    ],
    "their patrols are no patrol with each other": [
        ("Peru and Chile argued over their border patrols.", set()),
    ],
    "what is measured out leads on": [
        ("Norway brought home the last of its soldiers from Mali.", {"NOR WITHDRAW MLI"}),
    ],
    "who is driven away is whom the sentence spoke of": [
        ("Kurds jeered before Turkish police drove them off.", {"TUR-COP REPRESS turkish-kurds"}),
        ("The inspectors of the IAEA are back, a year after Iran expelled them.", {"IRN DEPORT iaea"}),
    ],
    "a demand may hide its verb": [
        ("Egypt demanded that Israel halt settlement construction.", {"EGY DEMAND ISR"}),
        ("The Pope urged that Cuba free political prisoners.", {"VAT DEMAND CUB"}),
        ("Egypt demanded the halt of Israel's construction.", {"EGY DEMAND ISR"}),
    ],
    "several are those whom the words name": [
        ("Donors including Norway and Sweden froze aid to Mali.", {"NOR CUT_AID MLI", "SWE CUT_AID MLI"}),
        ("Countries such as Chile condemned Belarus.", {"CHL CONDEMN BLR"}),
        ("A book including maps of Chile condemned Belarus.", set()),
    ],
    "what becomes of the object may stand before it": [
        ("Hamas set free two Kenyan nurses.", {"hamas RELEASE KEN-HLH"}),
        ("Two Kenyan nurses were set free by Hamas.", {"hamas RELEASE KEN-HLH"}),
        ("Oslo sent two Russians packing.", {"NOR DEPORT RUS-CVL"}),
        ("Libya threw open its prisons to UN monitors.", {"LBY ADMIT united-nations"}),
        ("Eritrea let 30 Djiboutian prisoners of war go home.", {"ERI RELEASE DJI-MIL"}),
        ("Chad let Libyan troops go to the sea.", set()),
    ],
    "who work do not work with each other": [
        ("Chad and Niger are working hard.", set()),
        ("Chad and Niger are working together on a dam.", {"TCD COOPERATE NER", "NER COOPERATE TCD"}),
    ],
    "several who agree or exchange do it with each other": [
        ("Ireland and Britain agreed to set up a council.", {"IRL PROMISE GBR", "GBR PROMISE IRL"}),
        ("Iran and Iraq traded insults.", {"IRN CONDEMN IRQ", "IRQ CONDEMN IRN"}),
        ("Greece and Portugal met their targets.", set()),
        ("China, Russia hold joint naval drill", {"CHN EXERCISE RUS", "RUS EXERCISE CHN"}),
        ("Monday, Russia and China condemned Japan.", {"RUS CONDEMN JPN", "CHN CONDEMN JPN"}),
        ("Kenya and Uganda agreed to condemn Rwanda.", {"KEN PROMISE RWA", "UGA PROMISE RWA"}),
    ],
    "between may hang on the verb": [
        ("Fighting broke out between Sudan and Chad.", {"SDN CLASH TCD", "TCD CLASH SDN"}),
        ("A treaty was signed between Iran and Iraq.", {"IRN SIGN IRQ", "IRQ SIGN IRN"}),
    ],
    "a counterpart is elsewhere what another is here": [
        (
            "India's navy and its Omani counterpart held a joint drill.",
            {"IND-MIL EXERCISE OMN-MIL", "OMN-MIL EXERCISE IND-MIL"},
        ),
        (
            "The Syrian president praised Iraqi soldiers and wrote to his Lebanese counterpart.",
            {"SYR PRAISE IRQ-MIL", "SYR INFORM LBN"},
        ),
    ],
    "who serves a body acts for it": [
        ("Venezuelan peacekeepers of the United Nations killed a Liberian.", {"united-nations KILL LBR-CVL"}),
    ],
    "people protest and do not invade": [
        ("Bolivian pensioners marched on La Paz.", {"BOL-CVL DEMONSTRATE BOL"}),
        ("Polish students blocked roads to demand reforms from Belarus.", {"POL-EDU BLOCK_PASSAGE BLR"}),
        ("Thousands of Germans demonstrated to support Israel.", {"DEU-CVL SUPPORT ISR"}),
    ],
    "what others judge is not done by who has it": [
        ("Kenya's request to Somalia was denied.", {"KEN APPEAL SOM"}),
        ("Kenya's suit against Chad was dismissed.", {"KEN SUE TCD"}),
        ("France vetoed a resolution condemning Israel.", set()),
    ],
    "said, called for, forced, let": [
        ("Kabul called for Pakistan to withdraw.", {"AFG DEMAND PAK"}),
        ("Jordan was forced to disarm Palestinian guerrillas.", {"JOR DISARM PSE-REB"}),
        ("Russia was the first to recognise Nicaragua.", {"RUS RECOGNIZE NIC"}),
        ("The Red Cross working in Iraq said Britain must protect civilians.", {"red-cross DEMAND GBR"}),
    ],
    "what cannot act stands for nobody": [
        ("Kenyan roses invaded the Netherlands.", set()),
        ("Russian missiles hit Kyiv.", {"RUS-MIL ATTACK UKR"}),
        ("A Russian note rejected the American proposal.", {"RUS REJECT USA"}),
        ("The Dutch decision to halt aid to Suriname surprised nobody.", {"NLD CUT_AID SUR"}),
    ],
    "a noun that begins the next clause is no object of this one": [
        ("Egypt condemned Ethiopia and Sudan praised Kenya.", {"EGY CONDEMN ETH", "SDN PRAISE KEN"}),
        ("Egypt condemned Ethiopia and praised Kenya.", {"EGY CONDEMN ETH", "EGY PRAISE KEN"}),
    ],
    "lists": [
        ("Russia, China and France praised Iran.", {"RUS PRAISE IRN", "CHN PRAISE IRN", "FRA PRAISE IRN"}),
    ],
    "what is wanted of somebody is not done": [
        ("Biden was urged to visit Israel.", set()),
        ("Norway told Iran not to attack Iraq.", {"NOR DEMAND IRN"}),
    ],
    "whoever is near an actor is not that actor": [
        ("Iran's ally Syria condemned Qatar.", {"SYR ALLY IRN", "IRN ALLY SYR", "SYR CONDEMN QAT"}),
        ("Iran-backed fighters attacked Qatar.", set()),
        ("Turkish-led forces attacked Qatar.", {"TUR-MIL ATTACK QAT"}),
        ("Turkish-led Hamas fighters attacked Qatar.", {"hamas ATTACK QAT"}),
        ("Fear of Russian aggression drove Finland into NATO.", set()),
        ("France rejected a plan backed by Chad.", set()),
    ],
    "an act noun in passing is not the subject's": [
        ("India issued stamps after the invasion of Pakistan.", set()),
        ("Macron asked Putin to end the invasion of Ukraine.", {"FRA DEMAND RUS"}),
    ],
    "what stands near decides, not what is somewhere below": [
        ("Germany expelled two Russian diplomats over the killing of a Georgian man.", {"DEU EXPEL RUS"}),
        (
            "Iran and Oman agreed to restore ties after talks brokered by China.",
            {"IRN PROMISE OMN", "OMN PROMISE IRN", "CHN MEDIATE IRN", "CHN MEDIATE OMN"},
        ),
        ("Russia met Iran, along with China.", {"RUS MEET IRN", "IRN MEET RUS"}),
    ],
    "a convict is not of the country he spied for": [
        ("Iran executed a man convicted of spying for Israel.", set()),
    ],
    "a branch belongs to the state named with it": [
        ("France's Senate condemned Russia.", {"FRA-LEG CONDEMN RUS"}),
    ],
    "sport has attacks of its own": [
        ("Spain crushed Russia 5-0 in a friendly.", set()),
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
    "the owner of a thing or the doer of a deed is meant": [
        ("Japan condemned Russia's invasion.", {"JPN CONDEMN RUS"}),
        ("Japan condemned the invasion of Kuwait by Iraq.", {"JPN CONDEMN IRQ", "IRQ INVADE KWT"}),
        ("Japan condemned the invasion of Kuwait.", set()),
    ],
    "nobody acts on itself": [
        ("France condemned France.", set()),
        ("France praised its plan.", set()),
    ],
    "what a pronoun owns is hit as its owner's, wherever it is": [
        ("Egypt withdrew its envoy after protesters stormed its embassy in Doha.", {"QAT-OPP RIOT EGY"}),
        ("Libya accused Chad of seizing its ships.", {"LBY ACCUSE TCD", "TCD SEIZE LBY"}),
        (
            "Ecuador said that Peruvian jets had bombed its outposts.",
            {"PER-MIL ATTACK ECU"},
        ),
        ("Chad will retaliate if Libya imposes sanctions on its banks.", {"LBY SANCTION TCD-BUS"}),
        ("Israel accused Syria of shelling its own people.", {"ISR ACCUSE SYR", "SYR ATTACK SYR-CVL"}),
        ("Chad bombed its capital.", set()),
        ("Workers in Norway congratulated themselves.", set()),
        (
            "Bolivian President Luis Arce resigned as protesters stormed his palace in La Paz.",
            {"BOL-OPP RIOT BOL"},
        ),
    ],
    "the people of both are each one's": [
        (
            "Mali closed its frontier with Niger after soldiers of both countries exchanged fire.",
            {"MLI BLOCKADE NER", "MLI-MIL CLASH NER-MIL", "NER-MIL CLASH MLI-MIL"},
        ),
        (
            "Benin will help Ghana under a deal signed by the trade ministers of the two neighbours.",
            {"BEN AID GHA", "BEN SIGN GHA", "GHA SIGN BEN"},
        ),
    ],
    "who did it may hang on the verb": [
        (
            "Israel shelled Gaza in retaliation for the murder of three Israelis in Cyprus by Palestinian "
            "gunmen last week.",
            {"ISR ATTACK PSE", "PSE-UAF KILL ISR-CVL"},
        ),
        ("Norway sent aid to Chad by ship from Greece.", {"NOR AID TCD"}),
    ],
    "what somebody is charged with is his deed, not his judges'": [
        (
            "A Danish court jailed two Iranian spies on charges of plotting to kill a Saudi diplomat.",
            {"DNK-JUD ARREST IRN-SPY", "IRN-SPY ASSASSINATE SAU"},
        ),
        (
            "Two Iranian officers were arrested in Norway on suspicion of hacking into the computers of "
            "Danish banks.",
            {"NOR ARREST IRN-COP", "IRN-COP HACK DNK-BUS"},
        ),
        ("Polish police hunted the men suspected of bombing the Danish embassy in Warsaw.", set()),
        ("Kenyan gunboats fired at a ship carrying arms to Somali rebels.", set()),
        ("Chad issued a note condemning Mali.", {"TCD CONDEMN MLI"}),
    ],
    "whoever has, sets or draws up a thing is its owner": [
        (
            "Bolivian soldiers occupied gas fields belonging to a Brazilian company.",
            {"BOL-MIL OCCUPY BRA-BUS"},
        ),
        ("Niger accepted a plan drawn up by African Union mediators.", {"NER ACCEPT african-union"}),
        ("Peru bowed to conditions set by Chile.", {"PER CONCEDE CHL"}),
    ],
    "who judges a thing as something may stand behind that": [
        (
            "Chad freed a jailed Libyan, a step praised as overdue by Libya.",
            {"TCD RELEASE LBY-CVL", "LBY PRAISE TCD"},
        ),
    ],
    "a deed that somebody defends was done": [
        ("Norway's premier defended the Danish bombing of Chad.", {"NOR DEFEND DNK", "DNK ATTACK TCD"}),
    ],
    "who acts under a deal is a party to it": [
        (
            "Libya will free Chadian captives under a deal brokered by Qatar.",
            {"LBY RELEASE TCD-CVL", "QAT MEDIATE LBY"},
        ),
        (
            "Mali's troops left Niger under an accord reached with the African Union.",
            {"MLI-MIL WITHDRAW NER", "MLI-MIL SIGN african-union", "african-union SIGN MLI-MIL"},
        ),
        (
            "Chad and Libya exchanged prisoners in a swap mediated by Qatar.",
            {
                "TCD EXCHANGE_PRISONERS LBY",
                "LBY EXCHANGE_PRISONERS TCD",
                "QAT MEDIATE LBY",
                "QAT MEDIATE TCD",
            },
        ),
    ],
    "what comes of an act was done, and nobody asked for it": [
        (
            "Israel shelled Gaza, forcing the UN to suspend aid to Gaza.",
            {"ISR ATTACK PSE", "united-nations CUT_AID PSE"},
        ),
        ("Norway urged the UN to suspend aid to Gaza.", {"NOR DEMAND united-nations"}),
    ],
    "what a noun wishes is not done": [
        (
            "Latvia rejected a Polish demand that it withdraw from Lithuania.",
            {"LVA REJECT POL"},
        ),
    ],
    "a place is not a party": [
        ("Egypt praised Qatar in Geneva.", {"EGY PRAISE QAT"}),
        ("Serbia attacked a bridge in Croatia.", {"SRB ATTACK HRV"}),
    ],
    "a broker of a truce is no party to it": [
        (
            "Chad and Mali signed a truce brokered by Niger and Togo.",
            {
                "TCD CEASE_FIRE MLI",
                "MLI CEASE_FIRE TCD",
                "NER MEDIATE TCD",
                "NER MEDIATE MLI",
                "TGO MEDIATE TCD",
                "TGO MEDIATE MLI",
            },
        ),
        (
            "Chad accused Mali of violating the ceasefire mediated by Togo.",
            {"TCD ACCUSE MLI", "MLI VIOLATE_CEASEFIRE TCD", "TGO MEDIATE TCD", "TGO MEDIATE MLI"},
        ),
        ("Norway and Qatar brokered a truce.", set()),
        ("Chad rejected the plan drafted by Niger.", {"TCD REJECT NER"}),
        (
            "Djibouti brokered a halt to the fighting between Chad and Niger.",
            {"DJI MEDIATE TCD", "DJI MEDIATE NER"},
        ),
    ],
    "forces of several states are at home nowhere": [
        ("Foreign troops captured a Taliban commander in Kandahar.", set()),
        (
            "Coalition forces attacked Daesh near Kirkuk.",
            {"anti-isis-coalition ATTACK islamic-state"},
        ),
        ("Coalition jets bombed Houthi camps.", {"saudi-led-coalition ATTACK houthis"}),
        ("Mali's opposition coalition condemned Niger.", {"MLI-OPP CONDEMN NER"}),
    ],
    "a raid hits whom its outcome names": [
        (
            "Jordan flew a raid near Raqqa, killing two commanders of Islamic State.",
            {"JOR ASSASSINATE islamic-state"},
        ),
    ],
    "who is refused entry is acted upon, not where he wants to go": [
        ("Russia refused OSCE observers entry to Crimea.", {"RUS BAN osce"}),
        ("Sudan denied UNICEF workers access to Darfur.", {"SDN BLOCKADE unicef"}),
    ],
    "who tables a text blocks nothing": [
        ("Germany tabled a resolution on Syria in the Security Council.", set()),
    ],
    "nobody promises to his own army": [
        ("Kenya promised to withdraw its troops.", set()),
        ("Kenya promised to withdraw its troops from Somalia.", {"KEN PROMISE SOM"}),
    ],
    "a name with its letters in brackets and the next act together": [
        (
            "The Islamic Courts Union (ICU) and Hizbul Islam attacked Kenya.",
            {"islamic-courts-union ATTACK KEN", "hizbul-islam ATTACK KEN"},
        ),
    ],
    "who helps is told beside what he helps in": [
        ("With French help, Chad bombed Sudan.", {"FRA SUPPORT TCD", "TCD ATTACK SDN"}),
        ("Peru freed two Chileans with the help of Norway.", {"PER RELEASE CHL-CVL", "NOR SUPPORT PER"}),
        ("Mali urged Chad to bomb Sudan with French help.", {"MLI DEMAND TCD"}),
        ("Mali did not bomb Chad with the support of Niger.", {"MLI ATTACK TCD"}),
        (
            "With the help of French airstrikes, Chad attacked Boko Haram.",
            {"FRA SUPPORT TCD", "TCD ATTACK boko-haram"},
        ),
        (
            "Chadian troops, backed by French airstrikes, attacked Boko Haram.",
            {"FRA SUPPORT TCD-MIL", "TCD-MIL ATTACK boko-haram"},
        ),
    ],
    "what is said more of a group is done to the group": [
        (
            "Harakat al-Nujaba, an Iraqi militia armed by Iran, shelled Israel.",
            {"IRN ARM harakat-nujaba", "harakat-nujaba ATTACK ISR"},
        ),
    ],
    "people who are driven somewhere are no army": [
        ("Mali's army drove thousands of people into Niger.", set()),
        ("Mali's army drove Tuaregs into the desert.", {"MLI-MIL DEPORT malian-tuareg"}),
        ("Mali's army drove into Niger.", {"MLI-MIL INVADE NER"}),
    ],
    "whose a role is that another act tells": [
        (
            "The officers who had deposed the president of Mali received a Danish envoy on Friday.",
            {"MLI-MIL OVERTHROW MLI", "MLI-MIL HOST DNK"},
        ),
    ],
    "people named with others are of their country": [
        (
            "Peruvian miners and textile workers marched through Cuzco against Chile.",
            {"PER-LAB DEMONSTRATE CHL"},
        ),
        (
            "Peruvian students and textile workers marched through Cuzco against Chile.",
            {"PER-EDU DEMONSTRATE CHL", "PER-LAB DEMONSTRATE CHL"},
        ),
    ],
    "one or both of two who stand side by side": [
        (
            "Denmark condemned Togo and Benin, and gave the latter ten days to free the crew.",
            {"DNK CONDEMN TGO", "DNK CONDEMN BEN", "DNK GIVE_ULTIMATUM BEN"},
        ),
        (
            "Denmark condemned Togo and Benin, and later invited both to Copenhagen.",
            {"DNK CONDEMN TGO", "DNK CONDEMN BEN", "DNK INVITE TGO", "DNK INVITE BEN"},
        ),
        (
            "Togolese and Beninese soldiers shelled each other, and both bombed Nigeria.",
            {
                "TGO-MIL ATTACK BEN-MIL",
                "BEN-MIL ATTACK TGO-MIL",
                "TGO-MIL ATTACK NGA",
                "BEN-MIL ATTACK NGA",
            },
        ),
    ],
    "people an event noun is done to": [
        ("The arrest of two Danish reporters by Togo drew no comment.", {"TGO ARREST DNK-MED"}),
        ("The deportation from Togo of 400 Beninese ended.", {"TGO DEPORT BEN-CVL"}),
    ],
    "who fight each other clash": [
        ("Togo and Benin fought each other for a week.", {"TGO CLASH BEN", "BEN CLASH TGO"}),
    ],
}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [pytest.param(*row, id=f"{name}: {row[0]}") for name, rows in CONSTRUCTIONS.items() for row in rows],
)
def test_sentence_gives_its_events_and_no_other(
    extractor: Extractor, sentence: str, expected: set[str]
) -> None:
    events = extractor.explain(sentence).events
    assert {f"{e.source.actor.id} {e.relation} {e.target.actor.id}" for e in events} == expected


@pytest.mark.parametrize(
    ("sentence", "rule", "source", "target"),
    [
        ("Kenya praised Uganda.", "verb.subject", "name", "name"),
        ("Uganda was praised by Nairobi.", "verb.agent", "capital", "name"),
        ("The Kremlin praised the Belgian government.", "verb.subject", "metonym", "role"),
        ("Iran's condemnation of Iraq surprised nobody.", "noun.owner", "name", "name"),
        ("Police in Kenya arrested Ugandan students.", "verb.subject", "role", "role"),
    ],
)
def test_why_names_rule_and_the_way_to_each_actor(
    extractor: Extractor, sentence: str, rule: str, source: str, target: str
) -> None:
    why = extractor.explain(sentence).events[0].why
    assert (why.rule, why.source, why.target) == (rule, source, target)
    assert why.frame.split("/")[0] in extractor.vocabulary.relations


def test_events_of_one_act_share_it(extractor: Extractor) -> None:
    events = extractor.explain("Norway and Sweden condemned Iran and Syria.").events
    assert len({event.act for event in events}) == 1
    assert len({event.id for event in events}) == 4


def test_two_verbs_side_by_side_tell_one_act(extractor: Extractor) -> None:
    events = extractor.explain("Norwegian doctors donated and delivered blankets to Chad.").events
    assert [(e.source.actor.id, e.relation, e.target.actor.id) for e in events] == [
        ("NOR-HLH", "RELIEVE", "TCD")
    ]


def test_what_nearly_matched_says_what_it_lacked(extractor: Extractor) -> None:
    explanation = extractor.explain("Uganda was condemned.")
    assert not explanation.events
    assert any(m.frame.startswith("CONDEMN/") and "no source" in m.missing for m in explanation.near)
