extension MediaTopic {
  /// Of crime, disaster, the environment, society, conflict, weather and education.
  static let ofWorld = """
    02000000 crime, law and justice
    03000000 disaster, accident and emergency incident
    05000000 education
    06000000 environment
    14000000 society
    16000000 conflict, war and peace
    17000000 weather
    20000053 act of terror
    20000054 act of bioterrorism
    20000055 bombings
    20000056 armed conflict
    20000057 guerrilla activity
    20000058 international military intervention
    20000059 peacekeeping force
    20000060 military occupation
    20000061 missing in action
    20000062 war
    20000063 civil war
    -20000064 war crime action
    20000065 civil unrest
    20000066 demonstration
    20000067 rebellion
    20000068 revolution
    20000069 riot
    20000070 coup d'etat
    20000071 massacre
    20000072 genocide
    20000073 peace process
    20000074 peace envoy
    20000075 peace plan
    20000076 peace talks
    20000077 post-war reconstruction
    20000078 disarmament
    20000079 ordnance clearance
    20000080 prisoners of war
    20000082 crime
    20000083 arson
    20000084 assault
    20000085 sex crime
    20000086 cyber crime
    20000087 corporate crime
    20000088 anti-trust crime
    20000089 breach of contract
    20000090 embezzlement
    20000091 insider trading
    20000092 restraint of trade
    20000093 corruption
    20000094 bribery
    20000095 drug related crimes
    20000096 drug trafficking
    20000097 fraud
    20000098 hijacking
    20000099 homicide
    20000100 kidnapping
    20000101 organised crime
    20000102 gang activity
    20000103 terrorism
    20000104 theft
    20000105 war crime
    20000106 judiciary
    20000107 court
    20000108 appeal (court)
    -20000109 court administration
    20000110 judge
    20000111 trial (court)
    20000112 pre-trial
    -20000113 defendant
    20000114 litigation
    -20000115 witness
    20000116 out of court procedures
    20000117 arbitration
    20000118 prosecution
    20000119 justice
    20000121 law
    20000122 civil law
    20000123 antitrust regulations
    20000124 regulations
    20000125 criminal law
    20000126 international law
    20000127 extradition
    20000128 international court or tribunal
    20000129 law enforcement
    20000130 arrest
    20000131 investigation (criminal)
    20000132 missing person
    20000133 police
    20000134 sentencing (criminal)
    20000135 capital punishment
    20000136 fine (penalty)
    20000137 prison
    20000139 accident and emergency incident
    20000140 explosion accident and incident
    20000141 industrial accident and incident
    20000142 nuclear accident and incident
    20000143 transport accident and incident
    20000144 air and space accident and incident
    20000145 maritime accident and incident
    20000146 railway accident and incident
    20000147 road accident and incident
    20000148 disaster
    20000149 famine
    20000150 fire
    20000151 natural disaster
    20000152 drought
    20000153 earthquake
    20000154 flood
    20000155 landslide
    20000156 avalanche
    20000157 meteorological disaster
    20000158 windstorms
    20000159 volcanic eruption
    -20000160 emergency incident
    20000161 structural failures
    -20000162 transport incident
    -20000163 air and space incident
    -20000164 maritime incident
    -20000165 railway incident
    -20000166 road incident
    -20000167 emergency planning
    20000168 emergency response
    20000398 parent organisation
    20000399 religious education
    20000400 school
    20000401 elementary schools
    20000402 further education
    20000403 adult education
    20000404 high schools
    20000405 higher education
    20000406 college
    20000407 university
    20000408 middle schools
    20000409 preschool
    20000410 social learning
    20000411 teaching and learning
    20000412 curriculum
    20000413 examination
    20000414 entrance examination
    20000415 students
    20000416 teachers
    20000418 climate change
    20000419 global warming
    20000420 conservation
    20000421 energy saving
    20000422 parks
    20000423 environmental politics
    20000424 environmental pollution
    20000425 air pollution
    20000426 environmental cleanup
    20000427 hazardous materials
    20000428 waste materials
    20000429 water pollution
    20000430 natural resources
    20000431 energy resources
    20000432 land resources
    20000433 forests
    20000434 mountains
    20000435 population growth
    20000436 renewable energy
    20000437 water
    20000438 oceans
    20000439 rivers
    20000440 wetlands
    20000441 nature
    20000442 ecosystem
    20000443 endangered species
    20000444 invasive species
    20000768 communities
    20000769 social networking
    20000770 demographics
    20000771 immigration
    20000772 emigration
    20000773 illegal immigration
    20000774 population and census
    20000775 discrimination
    20000776 ageism
    20000777 racism
    20000778 religious discrimination
    20000779 sexism
    20000780 family
    20000781 adoption
    20000782 Dating and Relationships
    20000783 divorce
    20000784 family planning
    20000785 abortion
    20000786 marriage
    20000787 parenting
    20000788 mankind
    20000789 adults
    20000790 children
    20000791 disabilities
    20000792 LGBTQ
    20000793 gender
    20000794 infants
    20000795 national or ethnic minority
    -20000796 nuclear radiation victims
    20000797 senior citizens
    20000798 teenagers
    20000799 social condition
    20000800 homelessness
    20000801 poverty
    20000802 social problem
    20000803 abusive behaviour
    20000804 addiction
    20000805 juvenile delinquency
    20000806 prostitution
    20000807 slavery
    20000808 values
    -20000809 corrupt practices
    20000810 death and dying
    20000811 euthanasia
    20000812 assisted suicide
    20000813 suicide
    20000814 ethics
    20000815 pornography
    20000816 sexual behaviour
    20000817 welfare
    20000818 charity
    20000819 long term care
    20000820 social services
    20001128 weather forecast
    20001129 weather phenomena
    20001130 weather statistic
    20001131 weather warning
    20001193 sexual misconduct
    20001194 accounting crime
    20001195 tax evasion
    20001196 traffic crime
    20001197 administrative law
    20001198 court-ordered psychiatric treatment
    20001199 suspended sentence
    20001200 dropped criminal investigation
    20001201 wildlife traffic accident
    20001202 wildfire
    20001212 religious schools
    20001213 public schools
    20001214 private schools
    20001215 independent schools
    20001216 vocational education
    20001217 educational grading
    20001232 elderly care
    20001274 contraception
    20001280 hurricane
    20001283 human smuggling and trafficking
    20001284 bullying
    20001285 vandalism
    20001287 supreme and high court
    20001288 indigenous people
    """
}
