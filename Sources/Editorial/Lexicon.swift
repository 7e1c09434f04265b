/// What common words of English, Portuguese, Spanish, French and German do to the meaning of a
/// sentence.
enum Lexicon {
  struct Meaning: Sendable {
    let kind: Term.Kind
    let key: String
    var figure: Figure?
    /// Whether it multiplies the number before it.
    var isScale = false
  }

  /// What a word in lower case means; nil for a word like any other.
  static func meaning(of word: String, language: String?) -> Meaning? {
    if language?.hasPrefix("pt") == true, let meaning = portuguese[word] { return meaning }
    if language?.hasPrefix("es") == true, word == "dos" { return meanings["two"] }
    return meanings[word]
  }

  /// Negations whose apostrophe or blank was forgotten, or is not needed.
  static let contractions = [
    "cannot": "can", "dont": "do", "didnt": "did", "doesnt": "does", "isnt": "is", "wasnt": "was",
    "werent": "were", "arent": "are", "couldnt": "could", "wouldnt": "would",
    "shouldnt": "should", "hasnt": "has", "havent": "have", "hadnt": "had", "cant": "can",
    "wont": "wo",
  ]

  /// What is misspelled for a number so often that mending it changes none.
  private static let misspelled = [
    "fourty": "forty", "ninty": "ninety", "fivety": "fifty", "fourtieth": "fortieth",
    "twelth": "twelfth", "nineth": "ninth", "eigth": "eighth", "fith": "fifth",
    "thousend": "thousand", "milion": "million", "millon": "million", "bilion": "billion",
    "hunderd": "hundred", "percant": "percent", "ninteen": "nineteen", "fourten": "fourteen",
  ]

  private static let cardinals = """
    0 zero nought|1 one eins|2 two dois duas deux zwei|3 three três tres trois drei
    4 four quatro cuatro quatre vier|5 five cinco cinq fünf|6 six seis sechs
    7 seven sete siete sept sieben|8 eight oito ocho huit acht|9 nine nove nueve neuf neun
    10 ten dez diez dix zehn|11 eleven onze elf|12 twelve doze doce douze zwölf
    13 thirteen treze trece treize dreizehn|14 fourteen catorze quatorze vierzehn
    15 fifteen quinze quince fünfzehn|16 sixteen dezasseis dezesseis dieciséis seize sechzehn
    17 seventeen dezassete dezessete diecisiete siebzehn|18 eighteen dezoito dieciocho achtzehn
    19 nineteen dezanove dezenove diecinueve neunzehn|20 twenty vinte veinte vingt zwanzig
    30 thirty trinta treinta trente dreißig|40 forty quarenta cuarenta quarante vierzig
    50 fifty cinquenta cincuenta cinquante fünfzig|60 sixty sessenta sesenta soixante sechzig
    70 seventy setenta siebzig|80 eighty oitenta ochenta achtzig|90 ninety noventa neunzig
    """

  private static let ordinals = """
    1 first primeiro primeira primero primera premier première erste ersten erster
    2 second seconds segunda segundo deuxième seconde zweite zweiten zweiter
    3 third thirds terceiro terceira tercero tercera troisième dritte dritten
    4 fourth quarto quarta cuarto cuarta quatrième vierte vierten|5 fifth quinto quinta cinquième
    6 sixth|7 seventh|8 eighth|9 ninth|10 tenth|11 eleventh|12 twelfth|13 thirteenth
    14 fourteenth|15 fifteenth|16 sixteenth|17 seventeenth|18 eighteenth|19 nineteenth
    20 twentieth|30 thirtieth|40 fortieth|50 fiftieth|60 sixtieth|70 seventieth|80 eightieth
    90 ninetieth
    """

  private static let scales = """
    2 hundred cem hundert|3 thousand mil mille tausend
    6 million milhão milhões millón millones millionen|9 billion milliard milliarde milliarden
    12 trillion
    """

  /// Numbers that stand for themselves.
  private static let otherNumbers = """
    half,halves,meia,meio,mitad,moitié,demi,halb,halbe,hälfte quarter,quarters,viertel
    dozen dozens dúzia dúzias docena docenas douzaine douzaines dutzend hundreds thousands millions
    billions trillions hundredth thousandth centenas centaines milhares miles milliers cent cento
    ciento cientos once twice thrice double doubled triple tripled quadruple quadrupled treble
    single both pair couple dobro doble doppelt tenfold twofold threefold percentage
    """

  private static let dates = """
    monday,lundi,lunes,montag tuesday,mardi,martes,dienstag wednesday,mercredi,miércoles,mittwoch
    thursday,jeudi,jueves,donnerstag friday,vendredi,viernes,freitag saturday,samedi,sábado,samstag
    sunday,dimanche,domingo,sonntag january,jan,janeiro,enero,janvier,januar
    february,feb,fevereiro,febrero,février,februar march,março,marzo,mars,märz
    april,apr,abril,avril june,jun,junho,junio,juin,juni july,jul,julho,julio,juillet,juli
    august,aug,agosto,août september,sep,setembro,septiembre,septembre
    october,oct,outubro,octubre,octobre,oktober november,nov,novembro,noviembre,novembre
    december,dec,dezembro,diciembre,décembre,dezember maio mayo mai yesterday today tomorrow ontem
    hoje amanhã ayer hoy mañana hier demain gestern heute
    """

  private static let negations = """
    not,n't,nt no never none nobody nothing neither nor without hardly scarcely barely nowhere
    não,nao nem nunca jamais ninguém,ninguem nenhum,nenhuma,nenhuns,nenhumas sem tampouco jamás
    nadie ningún,ninguno,ninguna sin ni tampoco ne,n' pas aucun,aucune sans rien personne nicht nie
    niemals niemand nichts kein,keine,keinen,keinem,keiner,keines ohne weder non except unless
    """

  private static let attributions = """
    say,says,said,saying tell,tells,told,telling according claim,claims,claimed,claiming
    allege,alleges,alleged,alleging allegedly report,reports,reported reportedly deny,denies,denied
    denying admit,admits,admitted,admitting confirm,confirms,confirmed,confirming
    state,states,stated announce,announces,announced add,adds,added argue,argues,argued
    insist,insists,insisted warn,warns,warned suggest,suggests,suggested believe,believes,believed
    concede,concedes,conceded acknowledge,acknowledges,acknowledged assert,asserts,asserted
    declare,declares,declared deem,deemed suspected accuse,accuses,accused purported purportedly
    supposed supposedly apparently presumably quoted cited testified wrote
    disse,diz,dizer,dizem,disseram afirmou,afirma,afirmam,afirmaram,afirmó acordo,acuerdo conforme
    alegou,alega,alegadamente negou,nega,negó,niega admitiu,admite,admitió confirmou,confirma
    confirmó declarou,declara,declaró garantiu,garante aseguró,asegura anunciou,anuncia,anunció
    dijo,dice,dijeron según supuesto,supuestamente presuntamente,presunto reconoció,reconoce
    dit,disent,dite selon affirmé,affirme déclaré,déclare assuré,assure confirmé nié,nie démenti
    annoncé,annonce admis,admet prétendu,prétend reconnu d'après
    sagte,sagt,sagten,gesagt laut zufolge angaben behauptete,behauptet erklärte,erklärt
    bestätigte,bestätigt bestritt,bestreitet angeblich mutmaßlich,mutmaßliche,mutmaßlichen
    teilte meldete,meldet räumte
    """

  /// Words that a typo leaves out or doubles; those of one line stand for each other.
  private static let smallWords = """
    of to for with by and it its
    a an the this that these those
    is are was were be been being am
    has have had having
    do does did
    in on at
    who whom which whose
    o a os as um uma uns umas el la los las un una unos unas le les une l der das den dem des
    de do da dos das del du des d
    em na nas nos en
    é são eram es fue fueron est sont était étaient ist sind waren
    que qui e y et und i
    """

  private static let portuguese: [String: Meaning] = [
    "no": Meaning(kind: .small(group: 10), key: "no"),
    "dos": Meaning(kind: .small(group: 9), key: "dos"),
    "sem": Meaning(kind: .negation, key: "sem"),
    "segundo": Meaning(kind: .attribution, key: "segundo"),
  ]

  private static let meanings: [String: Meaning] = {
    var found: [String: Meaning] = [:]
    for (group, line) in smallWords.split(separator: "\n").enumerated() {
      for word in line.split(separator: " ").map(String.init) where found[word] == nil {
        found[word] = Meaning(kind: .small(group: group), key: word)
      }
    }
    func take(_ table: String, _ kind: Term.Kind) {
      for same in table.split(whereSeparator: \.isWhitespace) {
        let words = same.split(separator: ",").map(String.init)
        for word in words { found[word] = Meaning(kind: kind, key: words[0]) }
      }
    }
    take(attributions, .attribution)
    take(negations, .negation)
    take(dates, .date)
    take(otherNumbers, .number)
    func count(_ table: String, _ figure: (Int) -> Figure, isScale: Bool = false) {
      for line in table.split(whereSeparator: { $0 == "|" || $0.isNewline }) {
        let words = line.split(separator: " ")
        guard let value = words.first.flatMap({ Int($0) }) else { continue }
        let figure = figure(value)
        for word in words.dropFirst() {
          found[String(word)] = Meaning(
            kind: .number, key: figure.key, figure: figure, isScale: isScale)
        }
      }
    }
    count(cardinals) { Figure($0) }
    count(ordinals) { value in
      var figure = Figure(value)
      figure.unit = "th"
      return figure
    }
    count(scales, { Figure(1, exponent: $0) }, isScale: true)
    for word in ["percent", "pct", "prozent"] { found[word] = Meaning(kind: .number, key: "%") }
    for (wrong, right) in misspelled { found[wrong] = found[right] }
    return found
  }()
}
