internal import CMarkdown

/// Entities of HTML, as texts name characters: `&eacute;`, `&#233;`, `&#xE9;`.
enum Entity {
  /// The character that an entity stands for; what is no entity stays as it is written.
  static func decoded(_ bytes: UnsafeRawBufferPointer) -> String {
    let source = String(decoding: bytes, as: UTF8.self)
    return character(source.dropFirst().dropLast()) ?? source
  }

  /// The text of one of md4c's attributes, with its entities decoded.
  static func text(_ attribute: MD_ATTRIBUTE) -> String {
    guard attribute.size > 0, let start = attribute.text else { return "" }
    guard let types = attribute.substr_types, let offsets = attribute.substr_offsets else {
      return ""
    }
    let bytes = UnsafeRawBufferPointer(start: start, count: Int(attribute.size))
    var text = ""
    var part = 0
    while offsets[part] < attribute.size {
      let range = Int(offsets[part])..<Int(offsets[part + 1])
      let slice = UnsafeRawBufferPointer(rebasing: bytes[range])
      text += types[part] == MD_TEXT_ENTITY ? decoded(slice) : Preparation.unmarked(slice)
      part += 1
    }
    return text
  }

  /// `text` with its entities decoded; an ampersand that begins none stays.
  static func decoded(in text: String) -> String {
    guard text.utf8.contains(0x26) else { return text }
    var result = ""
    var rest = text[...]
    while let sign = rest.firstIndex(of: "&") {
      result += rest[..<sign]
      let name = rest[sign...].dropFirst().prefix(32).prefix {
        $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "#")
      }
      if rest[name.endIndex...].first == ";", let character = character(name) {
        result += character
        rest = rest[name.endIndex...].dropFirst()
      } else {
        result += "&"
        rest = rest[sign...].dropFirst()
      }
    }
    return result + rest
  }

  private static func character(_ name: Substring) -> String? {
    guard name.first == "#" else { return named[String(name)].map { String($0) } }
    let digits = name.dropFirst()
    let isHex = digits.first == "x" || digits.first == "X"
    guard let value = UInt32(isHex ? digits.dropFirst() : digits, radix: isHex ? 16 : 10) else {
      return nil
    }
    // A control character has no place in a page or a feed.
    guard value >= 0x20 || value == 9 || value == 10, !(0x7F..<0xA0).contains(value),
      let scalar = Unicode.Scalar(value)
    else { return "\u{FFFD}" }
    return String(Character(scalar))
  }

  private static let named: [String: Unicode.Scalar] = {
    var table: [String: Unicode.Scalar] = [:]
    for entry in names.split(whereSeparator: { $0 == "," || $0.isNewline }) {
      let parts = entry.split(separator: " ")
      guard parts.count == 2, let value = UInt32(parts[1], radix: 16) else { continue }
      table[String(parts[0])] = Unicode.Scalar(value)
    }
    return table
  }()

  /// Those of HTML 4 (https://www.w3.org/TR/html401/sgml/entities.html) and some of HTML 5 that
  /// texts have.
  private static let names = """
    Aacute c1, aacute e1, Abreve 102, abreve 103, Acirc c2, acirc e2, acute b4, AElig c6,
    aelig e6, Agrave c0, agrave e0, alefsym 2135, Alpha 391, alpha 3b1, AMP 26, amp 26, and 2227,
    ang 2220, Aogon 104, aogon 105, apos 27, Aring c5, aring e5, ast 2a, asymp 2248, Atilde c3,
    atilde e3, Auml c4, auml e4, bdquo 201e, Beta 392, beta 3b2, block 2588, breve 2d8, brvbar a6,
    bsol 5c, bull 2022, Cacute 106, cacute 107, cap 2229, caron 2c7, Ccaron 10c, ccaron 10d,
    Ccedil c7, ccedil e7, cedil b8, cent a2, check 2713, Chi 3a7, chi 3c7, circ 2c6, clubs 2663,
    colon 3a, comma 2c, commat 40, cong 2245, COPY a9, copy a9, copysr 2117, crarr 21b5,
    cross 2717, cup 222a, curren a4, Dagger 2021, dagger 2020, dArr 21d3, darr 2193, dash 2010,
    Dcaron 10e, dcaron 10f, deg b0, Delta 394, delta 3b4, diams 2666, divide f7, dollar 24,
    dot 2d9, Dstrok 110, dstrok 111, Eacute c9, eacute e9, Ecaron 11a, ecaron 11b, Ecirc ca,
    ecirc ea, Egrave c8, egrave e8, empty 2205, emsp 2003, ensp 2002, Eogon 118, eogon 119,
    Epsilon 395, epsilon 3b5, equals 3d, equiv 2261, Eta 397, eta 3b7, ETH d0, eth f0, Euml cb,
    euml eb, euro 20ac, excl 21, exist 2203, female 2640, fnof 192, forall 2200, frac12 bd,
    frac13 2153, frac14 bc, frac23 2154, frac34 be, frasl 2044, Gamma 393, gamma 3b3, Gbreve 11e,
    gbreve 11f, ge 2265, grave 60, GT 3e, gt 3e, hairsp 200a, half bd, hArr 21d4, harr 2194,
    Hat 5e, hearts 2665, hellip 2026, horbar 2015, hyphen 2010, Iacute cd, iacute ed, Icirc ce,
    icirc ee, Idot 130, iexcl a1, Igrave cc, igrave ec, image 2111, incare 2105, infin 221e,
    inodot 131, int 222b, Iota 399, iota 3b9, iquest bf, isin 2208, Iuml cf, iuml ef, Kappa 39a,
    kappa 3ba, Lambda 39b, lambda 3bb, lang 2329, laquo ab, lArr 21d0, larr 2190, lbrace 7b,
    lbrack 5b, lceil 2308, lcub 7b, ldquo 201c, ldquor 201e, le 2264, lfloor 230a, lowast 2217,
    lowbar 5f, loz 25ca, lpar 28, lrm 200e, lsaquo 2039, lsqb 5b, lsquo 2018, lsquor 201a,
    Lstrok 141, lstrok 142, LT 3c, lt 3c, macr af, male 2642, marker 25ae, mdash 2014, micro b5,
    middot b7, minus 2212, Mu 39c, mu 3bc, nabla 2207, Nacute 143, nacute 144, nbsp a0,
    Ncaron 147, ncaron 148, ndash 2013, ne 2260, NewLine a, ni 220b, not ac, notin 2209,
    nsub 2284, Ntilde d1, ntilde f1, Nu 39d, nu 3bd, num 23, numero 2116, numsp 2007, Oacute d3,
    oacute f3, Ocirc d4, ocirc f4, Odblac 150, odblac 151, OElig 152, oelig 153, ogon 2db,
    Ograve d2, ograve f2, oline 203e, Omega 3a9, omega 3c9, Omicron 39f, omicron 3bf, oplus 2295,
    or 2228, ordf aa, ordm ba, Oslash d8, oslash f8, Otilde d5, otilde f5, otimes 2297, Ouml d6,
    ouml f6, para b6, part 2202, percnt 25, period 2e, permil 2030, perp 22a5, Phi 3a6, phi 3c6,
    phone 260e, Pi 3a0, pi 3c0, piv 3d6, plus 2b, plusmn b1, pound a3, Prime 2033, prime 2032,
    prod 220f, prop 221d, Psi 3a8, psi 3c8, puncsp 2008, quest 3f, QUOT 22, quot 22, radic 221a,
    rang 232a, raquo bb, rArr 21d2, rarr 2192, rarrw 219d, rbrace 7d, rbrack 5d, Rcaron 158,
    rcaron 159, rceil 2309, rcub 7d, rdquo 201d, real 211c, REG ae, reg ae, rfloor 230b, Rho 3a1,
    rho 3c1, ring 2da, rlm 200f, rpar 29, rsaquo 203a, rsqb 5d, rsquo 2019, Sacute 15a,
    sacute 15b, sbquo 201a, Scaron 160, scaron 161, Scedil 15e, scedil 15f, sdot 22c5, sect a7,
    semi 3b, shy ad, Sigma 3a3, sigma 3c3, sigmaf 3c2, sim 223c, sol 2f, spades 2660, star 2606,
    sub 2282, sube 2286, sum 2211, sup 2283, sup1 b9, sup2 b2, sup3 b3, supe 2287, szlig df,
    Tab 9, Tau 3a4, tau 3c4, there4 2234, Theta 398, theta 3b8, thetasym 3d1, thinsp 2009,
    THORN de, thorn fe, tilde 2dc, times d7, TRADE 2122, trade 2122, Uacute da, uacute fa,
    uArr 21d1, uarr 2191, Ucirc db, ucirc fb, Udblac 170, udblac 171, Ugrave d9, ugrave f9,
    uml a8, upsih 3d2, Upsilon 3a5, upsilon 3c5, Uring 16e, uring 16f, Uuml dc, uuml fc,
    verbar 7c, vert 7c, weierp 2118, Xi 39e, xi 3be, Yacute dd, yacute fd, yen a5, Yuml 178,
    yuml ff, Zacute 179, zacute 17a, Zcaron 17d, zcaron 17e, Zdot 17b, zdot 17c, Zeta 396,
    zeta 3b6, zwj 200d, zwnj 200c,
    """
}
