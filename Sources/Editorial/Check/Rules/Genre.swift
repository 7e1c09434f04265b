extension Rule {
  /// Codes of IPTC's genres (https://cv.iptc.org/newscodes/genre/).
  static let genre = Rule(
    "genre", wants: "genres that IPTC has",
    .story { sheet in
      sheet.story.genres.compactMap { code in
        guard !genres.contains(code) else { return nil }
        let plain = code.lowercased().filter { $0.isLetter }
        let near =
          genres.sorted().first { $0.lowercased().filter(\.isLetter) == plain }
          ?? genres.sorted().nearest(to: code)
        let hint = near.map { "; did you mean \($0)?" } ?? ""
        return sheet.find("IPTC has no genre called \(code)\(hint)", at: code, in: "genre")
      }
    })

  private static let genres = Set(
    """
    Actuality Advice Advisory Almanac Analysis Anniversary Archive_material Background Biography \
    Birth_Announcement Current Curtain_Raiser Daybook Essay Exclusive Fact_Box Feature Fixture Forecast \
    From_the_Scene Help_us_to_Help_You History Horoscope Informer Interview Listing_of_facts Music \
    Obituary Opinion Polls_and_Surveys Press-Digest PressRelease Profile Program Q-and-A Question_and_Answer_Session Quote \
    Raw_Sound Response_to_a_Question Results_Listings_and_Statistics Retrospective Review Scener \
    Side_bar_and_supporting_information Special_Report Summary Synopsis Text_only \
    Transcript_and_Verbatim Update Voicer Wrap Wrapup
    """.split(separator: " ").map(String.init))
}
