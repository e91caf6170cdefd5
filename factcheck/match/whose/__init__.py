"""Who does what to whom, and whose is what: the words of a claim may stand in a sentence that says it of another.

- Parties of an act: `parts` (which part a name plays), `parties` (the same parts here), `subjects` (where no name of
  the claim plays them), `converses` (sold and bought), `pro_contra`, `comparisons`, `directions`, `exchanges`.
- What another says, has or is: `owners` ("Berg's father"), `belonging` (whose friend or subsidiary), `kin` (whose son
  somebody is, is their father), `possessives` ("its"), `roles` (offices, and what somebody is), `bearers`, `deeds`
  (nouns that tell an act), `lands` (demonyms), `rivals`, `ages`, `holders` ("a firm with 300").
- Quotations: `speakers` (who is only named beside what somebody says of themselves).
- Sentences around: `lent` (what a neighbour lends), `meant` (whom "the player" means), `calls` (what a name is called).
- Nouns beside nouns: `compounds` (a school bus is no school), `adjuncts` (nor are houses near a bridge the bridge);
  `occasions` (after the war, not during it).
- Clauses: `statements` and `theirs` (each predicate has a subject of its own), `pairs` (each figure its own thing),
  `asides`, `gaps`, and `ties`, which asks whether what a passage holds is said of the claim's own people and things.
"""
