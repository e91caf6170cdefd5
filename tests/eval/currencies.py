"""What the public sets' names of currencies can mean, in ISO 4217 codes (withdrawn ones too)."""

MEANINGS = {
    "dollar|dólar|dollar états-unis|dólar estadounidense|united states dollar": "USD",
    "dollar canadien|dólar canadiense|canadian dollar": "CAD",
    "dollar australien|dólar australiano|australian dollar": "AUD",
    "dollar de hong kong|dólar de hong kong|hong kong dollar": "HKD",
    "dollar néo-zélandais|dólar neozelandés|new zealand dollar": "NZD",
    "euro": "EUR",
    "livre|pound|libra": "GBP EGP LBP SYP SDG SSP GIP FKP SHP",
    "franc|franco": "CHF FRF BEF LUF XOF XAF XPF CDF GNF BIF RWF DJF KMF",
    "franc suisse|swiss franc|franco suizo": "CHF",
    "yen japonais|japanese yen|yen": "JPY",
    "yuan chinois|chinese yuan|yuan chino": "CNY",
    "roupie|rupee|rupia": "INR PKR LKR NPR MUR SCR",
    "roupie indienne": "INR",
    "mark finlandais|finnish markka|marco finlandés": "FIM",
    "florins néerlandais|netherlands guilder|florín neerlandés": "NLG",
    "peseta": "ESP",
    "dinar": "DZD TND KWD BHD IQD JOD LYD RSD MKD",
    "rial": "IRR OMR YER",
    "riyal": "SAR QAR",
}
"""A bare "dollar" or "$" is the United States one; other names that countries share leave the country open."""

CURRENCIES = {name: frozenset(codes.split()) for names, codes in MEANINGS.items() for name in names.split("|")}

MINOR = frozenset(["cent", "cents", "centavo", "centime", "centimes", "pence", "penny", "penique", "pesewa", "sen"])
"""Hundredths of a currency that the text leaves open."""
