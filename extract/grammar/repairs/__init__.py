"""Mends what the parser often misreads in news sentences, before anything else is read from the parse.

Tags and trees; base forms of words, which are found after them, are mended in `lemmas`.
"""

from collections.abc import Mapping

from extract.grammar.parse import Doc, Token
from extract.grammar.repairs.complements import (
    take_acronym,
    take_another,
    take_answer,
    take_doing,
    take_gift,
    take_goal,
    take_had,
    take_helped,
    take_home,
    take_judged,
    take_let,
    take_made,
    take_manner,
    take_name,
    take_noun,
    take_outcome,
    take_pair,
    take_particle,
    take_quoted,
    take_receiver,
    take_state,
    take_term,
    take_title,
    take_verdict,
    take_way,
)
from extract.grammar.repairs.conjuncts import (
    take_addition,
    take_conjunct,
    take_latter,
    take_partner,
    take_party,
    take_subjects,
    take_tense,
    take_then,
    take_verb,
)
from extract.grammar.repairs.headlines import as_headline, headline_verb
from extract.grammar.repairs.lemmas import WordLists, verbs_of
from extract.grammar.repairs.prepositions import (
    as_infinitive,
    as_intent,
    as_preposition,
    take_charge,
    take_date,
    take_deed,
    take_joined,
    take_object,
    take_of,
    take_sort,
    take_taker,
)
from extract.grammar.repairs.reports import as_inserted, as_report, insertion, lost_speaker, trailing_report
from extract.grammar.repairs.subjects import (
    lost_subject,
    take_actor,
    take_apposition,
    take_inverted,
    take_late,
    take_owned,
    take_parted,
    take_reduced,
    take_reported,
)
from extract.grammar.repairs.trees import NOMINAL, PARTICIPLES
from extract.grammar.repairs.verbs import (
    Verbs,
    as_joined,
    as_noun,
    as_root,
    as_told_of,
    as_verb,
    as_wish,
    is_event,
    is_fronted,
    is_thing,
    joined_subject,
    led_astray,
)


class Repairs:
    """Mends a doc in place, by the model's `lists` of verbs and nouns."""

    def __init__(self, lists: Mapping[str, WordLists]) -> None:
        self._known = verbs_of(lists)
        self._nouns = lists["noun"].known
        self._verbs = Verbs(lists["verb"].irregular, self._known, self._nouns)

    def __call__(self, doc: Doc) -> None:
        """Put the doc right: words, what hangs on them, clauses, subjects, speakers, each by those before."""
        # Words first: all that follows asks which are verbs, nouns and prepositions.
        for token in doc:
            if token.lower_ == "to" and token.dep_ == "aux" and not self._is_infinitive(token.head):
                as_preposition(token)
            if token.lower_ == "to" and token.dep_ == "aux" and self._is_lost_infinitive(token.head):
                as_verb(token.head, "VB")
            if token.lower_ == "to" and token.dep_ == "prep" and self._is_bare_verb(token):
                as_infinitive(token)
        for bare in filter(self._verbs.is_bare, doc):
            as_verb(bare, "VB")
        for present in filter(self._verbs.is_present, doc):
            as_verb(present, "VBZ")
        for present in filter(self._verbs.is_plural_present, doc):
            as_verb(present, "VBP")
        for sentence in list(doc.sents):
            if (misread := self._verbs.misread(sentence)) is not None:
                as_verb(misread)
        for participle in filter(is_fronted, doc):
            as_verb(participle, "VBN")
        # Then what hangs on them: a verb that has what is its own is not taken for a part of a noun.
        for token in doc:
            take_outcome(token)
            take_way(token)
            take_particle(token)
            take_goal(token)
            take_home(token)
            take_made(token)
            take_judged(token)
            take_verdict(token)
            take_title(token)
            take_gift(token)
            take_quoted(token)
            take_manner(token)
            take_another(token)
            take_doing(token)
            take_answer(token)
            take_state(token)
            take_let(token)
            take_helped(token, self._known)
            take_had(token)
            take_term(token)
            take_receiver(token, self._known)
            take_acronym(token)
            take_noun(token)
            take_pair(token)
            take_name(token)
            take_of(token)
            as_intent(token)
            take_sort(token)
            take_charge(token)
            take_deed(token)
            take_joined(token)
            take_date(token)
            take_party(token)
            take_taker(token)
            take_verb(token)
            take_actor(token)
            take_conjunct(token)
            take_partner(token)
            take_subjects(token)
            take_apposition(token)
            take_reduced(token)
            take_parted(token)
            take_inverted(token)
            take_late(token)
            take_reported(token)
            take_owned(token)
            take_addition(token)
            take_tense(token)
            take_then(token)
            take_latter(token)
            if is_thing(token) or is_event(token):
                as_noun(token)
        for i in range(len(doc)):
            if (inserted := insertion(doc[i])) is not None:
                as_inserted(doc, inserted)
        # Then clauses, each with its verb: verbs that hang elsewhere, and only where none is left, lost ones.
        for line in list(doc.sents):
            if (verb := headline_verb(line, self._known)) is not None:
                as_headline(doc, line, verb)
        for i in [token.i for token in doc if token.lower_ == "that"]:
            if (wish := self._verbs.lost_wish(doc[i])) is not None:
                as_wish(doc, doc[i], wish)
        for sentence in list(doc.sents):
            if (lost := self._verbs.lost(sentence)) is not None:
                as_root(doc, sentence.root, lost)
        for i in [token.i for token in doc if token.tag_ in ("VBD", "VBN")]:
            if (later := led_astray(doc[i])) is not None:
                as_told_of(doc, doc[i], later)
        for sentence in list(doc.sents):
            if (joined := joined_subject(sentence.root)) is not None:
                as_joined(doc, sentence.root, joined)
        # Then subjects, which are looked for from the verb of a sentence.
        for token in doc:
            take_object(token)
        for sentence in doc.sents:
            if (subject := lost_subject(sentence.root) or lost_speaker(sentence.root)) is not None:
                passive = any(child.dep_ == "auxpass" for child in sentence.root.children)
                subject.hang(sentence.root, "nsubjpass" if passive else "nsubj")
            for verb in [c for c in sentence.root.children if c.dep_ == "ccomp" and c.i < sentence.root.i]:
                if (subject := lost_subject(verb)) is not None:
                    subject.hang(verb, "nsubj")
        # Speakers last: who says so at the end takes the place of that verb.
        for sentence in list(doc.sents):
            if (report := trailing_report(sentence)) is not None:
                as_report(doc, sentence.root, *report)

    def _is_bare_verb(self, to: Token) -> bool:
        """Whether what stands behind "to" is a verb to the lists and no noun: "urged Chad to apologise"."""
        word = to.nbor() if to.i + 1 < to.sent.end else to
        return word.dep_ == "pobj" and word.lower_ in self._known and word.lower_ not in self._nouns

    def _is_lost_infinitive(self, word: Token) -> bool:
        """Whether the tags make a noun of the infinitive that the tree has: "offered to host talks"."""
        clause = word.dep_ in ("xcomp", "acl", "advcl", "ccomp")
        does = any(child.dep_ == "dobj" for child in word.children)  # not "forced it to land in Iceland"
        return clause and does and word.tag_ == "NN" and word.lower_ in self._known

    def _is_infinitive(self, word: Token) -> bool:
        """Whether a word behind "to" is a verb to the lists, or at least no noun: not "to Zambia"."""
        if word.lower_ in self._known or word.tag_ in PARTICIPLES:
            return True
        return word.pos_ not in NOMINAL and word.lower_ not in self._nouns and not word.text.istitle()


__all__ = ["Repairs"]
