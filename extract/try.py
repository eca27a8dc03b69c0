"""Try a sentence or run the examples of one relations file. Development aid."""
import sys

from extract.pipeline import Extractor
from graph.vocabulary import default_vocabulary

v = default_vocabulary()
x = Extractor(v)
def show(text):
    ex = x.explain(text)
    for e in ex.events:
        who = e.attributed_to.speaker.actor.id if e.attributed_to else None
        print("  ", e.source.actor.id, e.relation, f"({e.content})" if e.content else "", e.target.actor.id, "|", e.plover, e.modality, "NEG" if e.negated else "", "recip" if e.reciprocal else "", f"said by {who}" if who else "", "|", repr(e.source.mention.text), repr(e.trigger.text), repr(e.target.mention.text), e.why.rule, e.why.frame, e.why.source, e.why.target, e.date or "")
    return ex
if sys.argv[1] == "--codebook":
    ok = bad = 0
    for r in v.relations.values():
        if len(sys.argv) > 2 and r.plover.lower() not in sys.argv[2:] and r.name not in sys.argv[2:]:
            continue
        for ex in r.examples:
            want = {"relation": r.name, **ex.expected}
            got = x.explain(ex.text)
            hit = False
            for e in got.events:
                f = {"relation": e.relation, "content": e.content, "plover": str(e.plover), "modality": str(e.modality), "negated": e.negated, "reciprocal": e.reciprocal, "attributed_to": e.attributed_to.speaker.actor.id if e.attributed_to else None}
                if e.source.actor.id == ex.source and e.target.actor.id == ex.target and all(f.get(k) == w for k, w in want.items()):
                    hit = True
            ok += hit
            if not hit:
                bad += 1
                print("FAIL", r.name, ex.source, ex.target, ex.expected, "::", ex.text)
                show(ex.text)
                for n in got.near[:4]:
                    print("      near", n.frame, n.missing)
        for t in r.not_examples:
            if any(e.relation == r.name for e in x.explain(t).events):
                bad += 1
                print("FALSE", r.name, "::", t)
                show(t)
            else:
                ok += 1
    print(ok, "ok", bad, "bad")
else:
    for text in sys.argv[1:]:
        print(text)
        ex = show(text)
        for n in ex.near:
            print("      near", n.trigger.text, n.frame, n.missing)
