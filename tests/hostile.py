"""Words that break what is not careful: Cypher, SQL, XML, JSON, terminals, orders of texts."""

HOSTILE = [
    "quote ' and \" and ` and ;--",
    "NUL \0 inside",
    "line\nbreak\ttab\r",
    "<b>&amp;</b>",
    "كوريا الشمالية",
    "👩‍👩‍👧‍👦 ﷽",
    "%_\\",
    "\\u0060",
    "`}) DETACH DELETE n //",
    "$name ${name} {{}}",
    "\ue000 sorts before 👍, not after it",
]
