extension MediaTopic {
  /// Of culture, leisure, people, religion and health.
  static let ofLife = """
    01000000 arts, culture, entertainment and media
    07000000 health
    08000000 human interest
    10000000 lifestyle and leisure
    12000000 religion and belief
    20000002 arts and entertainment
    20000003 animation
    20000004 cartoon
    20000005 cinema
    20000006 film festival
    20000007 dance
    20000008 ballet
    20000009 modern dance
    20000010 traditional dance
    20000011 fashion
    20000012 jewellery
    20000013 literature
    20000014 drama (literature)
    20000015 fiction
    20000016 non-fiction
    20000017 poetry
    20000018 music
    20000019 musical instrument
    20000020 musical performance
    20000021 musical genre
    20000022 classical music
    20000023 country music
    20000024 folk music
    20000025 jazz music
    20000026 popular music
    20000027 rock and roll music
    20000028 opera
    20000029 theatre
    20000030 music theatre
    20000031 visual arts
    20000032 architecture
    20000033 design (visual arts)
    20000034 drawing
    20000035 painting
    20000036 photography
    20000037 sculpture
    20000038 culture
    20000039 cultural development
    20000040 customs and tradition
    20000041 festive event (culture)
    20000042 language
    20000043 library and museum
    20000044 monument and heritage site
    20000045 mass media
    20000046 news media
    20000047 newspaper
    20000048 online media
    20000049 periodical
    20000050 radio
    20000051 television
    20000446 diseases and conditions
    20000447 cancer
    20000448 communicable disease
    20000449 epidemic
    20000450 plague (disease)
    20000451 virus disease
    20000452 AIDS
    20000453 retrovirus
    20000454 heart disease
    20000455 illness
    20000456 injury
    20000457 medical conditions
    20000458 mental health and disorders
    20000459 eating disorder
    20000460 obesity
    20000461 health facility
    20000462 hospital
    20000463 health organisations
    20000464 health treatment
    20000465 diet
    20000466 dietary supplements
    20000467 medical drugs
    20000468 prescription drugs
    20000469 medical procedure/test
    20000470 medicine
    20000471 herbal medicine
    20000472 holistic medicine
    20000473 traditional Chinese medicine
    20000474 western medicine
    20000475 physical fitness
    20000476 preventative medicine
    20000477 vaccines
    20000478 therapy
    20000479 healthcare policy
    20000480 government health care
    -20000481 Medicaid
    -20000482 Medicare
    20000483 health insurance
    20000484 private health care
    20000485 medical profession
    20000486 medical service
    20000487 medical specialisation
    20000488 geriatric medicine
    20000489 obstetrics/gynaecology
    20000490 paediatrics
    20000491 reproductive medicine
    20000492 medical staff
    20000493 non-human diseases
    20000494 animal disease
    20000495 plant disease
    20000497 accomplishment
    20000498 award and prize
    20000499 records and achievements
    20000500 animal
    20000501 ceremony
    20000502 people
    20000503 human mishap
    20000504 high-society
    20000505 celebrity
    20000506 imperial and royal matters
    20000507 plant
    20000538 leisure
    20000539 club and association
    20000540 game
    20000541 board game
    20000542 card game
    20000543 children's game
    20000544 dice game
    20000545 outdoor game
    20000546 puzzle
    20000547 tile game
    20000548 video game
    20000549 gaming and lottery
    20000550 hobby
    20000551 holiday
    20000552 public holiday
    20000553 leisure venue
    20000554 amusement park
    20000555 bar
    20000556 cafe
    20000557 nightclub
    20000558 restaurant
    20000559 sports facilities
    20000560 outdoor recreational activities
    20000561 fishing
    20000562 hunting
    20000563 travel and tourism
    -20000564 tourism
    20000565 lifestyle
    20000566 automobile enthusiasm
    20000567 bicycle enthusiasm
    20000568 food and drink enthusiasm
    20000569 organic food
    20000570 house and home
    20000571 motorbike enthusiasm
    20000572 trend
    20000657 religious belief
    20000658 Buddhism
    20000659 Christianity
    20000660 ecumenism
    20000661 Mormon
    20000662 Old Catholic
    20000663 Orthodoxy
    20000664 Protestant
    20000665 Anglican
    20000666 Baptist
    20000667 Lutheran
    20000668 Mennonite
    20000669 Methodist
    20000670 Reformed
    20000671 Roman Catholic
    20000672 concordat
    20000673 Confucianism
    20000674 cult and sect
    20000675 Freemasonry
    20000676 Hinduism
    20000677 Islam
    20000678 Jainism
    20000679 Judaism
    20000680 nature religion
    20000681 Zoroastrianism
    20000682 Scientology
    20000683 Shintoism
    20000684 Sikhism
    20000685 Taoism
    20000686 Unificationism
    20000687 interreligious dialogue
    20000688 religious conflict
    20000689 religious event
    20000690 religious festival or holiday
    20000691 Christmas
    20000692 Easter
    20000693 Pentecost
    20000694 Ramadan
    20000695 Yom Kippur
    20000696 religious ritual
    20000697 religious facilities
    20000698 church
    20000699 mosque
    20000700 synagogue
    20000701 temple
    20000702 religious institutions and state relations
    20000703 religious leader
    20000704 pope
    20000705 religious text
    20000706 Bible
    20000707 Qur'an
    20000708 Torah
    20000712 dentistry
    20000713 pharmacology
    20000714 veterinary medicine
    20000917 scuba diving
    20001133 musical
    20001134 operetta
    20001135 art exhibition
    20001142 mountaineering
    20001143 party
    20001179 series
    20001180 drama (theatre)
    20001181 festival
    20001182 social media
    20001184 hip hop
    20001185 r&b
    20001186 heavy metal
    20001187 dance band music
    20001188 electronic dance music
    20001189 children's music
    20001190 stand-up comedy
    20001191 cabaret
    20001192 influencers
    20001203 textile arts
    20001204 woodworking
    20001205 forging
    20001218 pandemic
    20001219 drug rehabilitation
    20001220 general practice
    20001221 emergency care
    20001222 orthopaedics
    20001223 oncology
    20001224 radiology
    20001225 ophthalmology
    20001226 surgical medicine
    20001227 psychiatry
    20001228 surgery
    20001229 healthcare clinic
    20001233 name ceremony
    20001234 graduation
    20001235 funeral and memorial service
    20001236 wedding
    20001237 anniversary
    20001238 birthday
    20001239 exercise and fitness
    20001241 horseback riding
    20001247 collecting
    20001248 cosmetics
    20001249 hairstyles
    20001250 body modification
    20001251 tattooing
    20001252 piercing
    20001253 cooking and baking
    20001254 beer, wine and spirits
    20001255 home renovation
    20001256 interior decoration
    20001257 gardening
    20001267 Midsummer
    20001268 National day
    20001269 New year
    20001270 Halloween
    20001271 All Saints Day
    20001272 Walpurgis night
    20001273 baptism
    """
}
