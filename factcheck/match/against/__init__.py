"""What speaks against a claim: other values in its slots, opposites, denials; and what a claim of all or of one needs.

- `clashes`: another value, name or kind in an element's place. `wording`: the claim's own row of words with one turned.
- `polarity`, `denials`: which words a negation bears on, and how far it reaches. `lacking`: what is said not to be had.
- `endings`: the last one and the first one, which deny neither "no longer" nor "none before". `choices`: what an "or"
  leaves open.
- `quantifiers`, `proportions`, `superlatives`: claims of all, of none, of an exact figure, of one in three, or of the
  first, the largest, the only one.
"""
