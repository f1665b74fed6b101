"""The countries of the world by the names and codes that people write; the United Kingdom by those of its nations too.

Each is written as its code of ISO 3166-1, then its names. A code is none of them: Boston, MA is no place in Morocco.
"""

import re

_NAMES = """
AD Andorra; AE United Arab Emirates, UAE; AF Afghanistan; AG Antigua and Barbuda; AL Albania; AM Armenia; AO Angola;
AR Argentina; AT Austria; AU Australia; AZ Azerbaijan; BA Bosnia and Herzegovina, Bosnia; BB Barbados; BD Bangladesh;
BE Belgium; BF Burkina Faso; BG Bulgaria; BH Bahrain; BI Burundi; BJ Benin; BM Bermuda; BN Brunei; BO Bolivia;
BR Brazil; BS Bahamas, The Bahamas; BT Bhutan; BW Botswana; BY Belarus; BZ Belize; CA Canada;
CD Democratic Republic of the Congo; CF Central African Republic; CG Congo; CH Switzerland;
CI Ivory Coast, Côte d'Ivoire; CL Chile; CM Cameroon; CN China; CO Colombia; CR Costa Rica; CU Cuba;
CV Cape Verde, Cabo Verde; CY Cyprus;
CZ Czechia, Czech Republic; DE Germany; DJ Djibouti; DK Denmark; DM Dominica; DO Dominican Republic; DZ Algeria;
EC Ecuador; EE Estonia; EG Egypt; ER Eritrea; ES Spain; ET Ethiopia; FI Finland; FJ Fiji; FK Falkland Islands;
FM Micronesia; FR France; GA Gabon; GD Grenada; GE Georgia, Republic of Georgia; GG Guernsey;
GH Ghana; GI Gibraltar; GL Greenland; GM Gambia, The Gambia; GN Guinea; GQ Equatorial Guinea; GR Greece; GT Guatemala;
GW Guinea-Bissau; GY Guyana;
HK Hong Kong; HN Honduras; HR Croatia; HT Haiti; HU Hungary; ID Indonesia;
IE Ireland, Republic of Ireland, Eire; IL Israel; IM Isle of Man; IN India; IQ Iraq; IR Iran; IS Iceland; IT Italy;
JE Jersey; JM Jamaica; JO Jordan; JP Japan; KE Kenya; KG Kyrgyzstan; KH Cambodia; KI Kiribati; KM Comoros;
KN Saint Kitts and Nevis; KP North Korea; KR South Korea, Korea; KW Kuwait; KY Cayman Islands; KZ Kazakhstan; LA Laos;
LB Lebanon; LC Saint Lucia; LI Liechtenstein; LK Sri Lanka; LR Liberia; LS Lesotho; LT Lithuania; LU Luxembourg;
LV Latvia; LY Libya; MA Morocco; MC Monaco; MD Moldova; ME Montenegro; MG Madagascar; MH Marshall Islands;
MK North Macedonia; ML Mali; MM Myanmar, Burma; MN Mongolia; MO Macau, Macao; MR Mauritania; MT Malta; MU Mauritius;
MV Maldives, The Maldives; MW Malawi; MX Mexico; MY Malaysia; MZ Mozambique; NA Namibia; NE Niger; NG Nigeria;
NI Nicaragua; NL Netherlands, The Netherlands, Holland; NO Norway; NP Nepal; NR Nauru; NZ New Zealand; OM Oman;
PA Panama; PE Peru; PG Papua New Guinea; PH Philippines, The Philippines; PK Pakistan; PL Poland; PS Palestine;
PT Portugal; PW Palau; PY Paraguay; QA Qatar; RO Romania; RS Serbia; RU Russia; RW Rwanda; SA Saudi Arabia;
SB Solomon Islands; SC Seychelles; SD Sudan; SE Sweden; SG Singapore; SI Slovenia; SK Slovakia; SL Sierra Leone;
SM San Marino; SN Senegal; SO Somalia; SR Suriname; SS South Sudan; ST Sao Tome and Principe; SV El Salvador; SY Syria;
SZ Eswatini; TD Chad; TG Togo; TH Thailand; TJ Tajikistan; TL Timor-Leste, East Timor; TM Turkmenistan; TN Tunisia;
TO Tonga; TR Turkey, Türkiye; TT Trinidad and Tobago; TV Tuvalu; TW Taiwan; TZ Tanzania; UA Ukraine; UG Uganda;
US United States, United States of America, USA; UY Uruguay; UZ Uzbekistan; VA Vatican City;
VC Saint Vincent and the Grenadines; VE Venezuela; VN Vietnam; VU Vanuatu; WS Samoa; XK Kosovo; YE Yemen;
ZA South Africa; ZM Zambia; ZW Zimbabwe;
GB United Kingdom, UK, Great Britain, Britain, England, Scotland, Wales, Northern Ireland, NI
"""
HOME = "GB"
_ALSO_A_STATE = "georgia"


def _codes() -> dict[str, str]:
    """The code of every name, in small letters."""
    entries = (entry.split(maxsplit=1) for entry in _NAMES.split(";"))
    return {name.strip().casefold(): code for code, names in entries for name in names.split(",")}


_BY_NAME = _codes()
_KNOWN = frozenset(_BY_NAME.values())


def code_of(country: str | None) -> str | None:
    """``IE`` for ``Ireland`` or ``ie``; None for what is no country that we know."""
    written = _written(country or "")
    code = written.upper()
    return _BY_NAME.get(written) or (code if code in _KNOWN else None)


def is_named(last: str) -> bool:
    """Whether the last part of an address is the name of a country, and can be nothing else."""
    written = _written(last)
    return written in _BY_NAME and written != _ALSO_A_STATE


def is_unclear(last: str) -> bool:
    """Whether it may stand for a country and for a part of one, as two letters do."""
    written = _written(last)
    return written == _ALSO_A_STATE or bool(re.fullmatch("[a-z]{2}", written) and written not in _BY_NAME)


def _written(text: str) -> str:
    return " ".join(text.casefold().replace(".", "").split())
