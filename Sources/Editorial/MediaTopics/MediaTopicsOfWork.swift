extension MediaTopic {
  /// Of the economy and labour.
  static let ofWork = """
    04000000 economy, business and finance
    09000000 labour
    20000170 business information
    20000171 business finance
    20000172 accounting and audit
    20000173 analysts comment
    20000174 bankruptcy
    20000175 buyback
    20000176 credit rating
    20000177 dividend announcement
    20000178 earnings
    20000179 earnings forecast
    20000180 financial statement
    20000181 proxy filing
    20000182 financially distressed company
    20000183 corporate financing
    20000184 restructuring and recapitalisation
    20000185 shareholder
    20000186 stock activity
    20000187 stock flotation
    20000188 human resources
    20000189 layoffs and downsizing
    20000190 management
    20000191 stock option
    20000192 strategy and marketing
    20000193 annual and special corporate meeting
    20000194 annual report
    20000195 board of directors
    20000196 commercial contract
    20000197 company spin-off
    20000198 economic globalisation
    20000199 business governance
    20000200 joint venture
    20000201 leveraged buyout
    20000202 licensing agreement
    20000203 management buyout
    20000204 merger or acquisition
    20000205 new product or service
    20000206 patent, copyright and trademark
    20000207 product recall
    20000208 research and development
    20000209 economic sector
    20000210 agriculture
    20000211 aquaculture
    20000212 arable farming
    20000213 fishing industry
    20000214 forestry and timber
    20000215 livestock farming
    20000216 viniculture
    20000217 chemicals
    20000218 biotechnology business
    20000219 fertiliser
    20000220 health and beauty product
    20000221 inorganic chemical
    20000222 organic chemical
    20000223 pharmaceutical
    20000224 synthetic and plastic chemicals
    20000225 computing and information technology
    20000226 hardware
    20000227 computer networking
    20000228 satellite technology
    20000229 computer security
    20000230 semiconductors and active components
    20000231 software
    20000232 telecommunication equipment
    20000233 telecommunication service
    20000234 wireless technology
    20000235 construction and property
    20000236 design and engineering
    -20000237 farms
    -20000238 heavy construction
    20000239 house building
    20000240 land price
    20000241 real estate
    20000242 renovation
    20000243 consumer goods
    20000244 beverage
    20000245 clothing
    20000246 department store
    20000247 electronic commerce
    20000248 grocery
    20000249 luxury good
    20000250 mail order
    20000251 non-durable good
    20000252 retail
    20000253 speciality store
    20000254 toy
    20000255 wholesale
    20000256 energy and resource
    20000257 alternative energy
    20000258 coal
    20000259 diesel fuel
    20000260 electricity production and distribution
    -20000261 energy industry
    20000262 kerosene/paraffin
    20000263 natural gas
    20000265 nuclear power
    -20000266 oil and gas - downstream activities
    -20000267 oil and gas - upstream activities
    20000268 petrol
    20000269 waste management industry
    20000270 water supply
    20000271 financial and business service
    20000272 accountancy and auditing
    20000273 auction service
    20000274 banking
    20000275 consultancy service
    20000276 employment agency
    20000277 funeral parlour and crematorium
    20000278 healthcare provider
    20000279 insurance
    20000280 investment service
    20000281 janitorial service
    20000282 legal service
    20000283 market research
    20000284 market trend
    20000285 personal finance
    20000286 personal income
    20000287 personal investing
    20000288 personal service
    20000289 printing service
    20000290 rental service
    20000291 shipping service
    20000292 stock broking
    20000293 wedding service
    20000294 manufacturing and engineering
    20000295 aerospace
    20000296 automotive
    20000297 defence equipment
    20000298 electrical appliance
    20000299 heavy engineering
    20000300 industrial component
    20000301 instrument engineering
    20000302 machine manufacturing
    20000303 shipbuilding
    20000304 media
    20000305 advertising
    20000306 book industry
    20000307 cinema industry
    20000308 music industry
    20000309 news agency
    20000310 newspaper and magazine
    20000311 online media
    20000312 public relations
    20000313 radio industry
    20000314 satellite and cable service
    20000315 television industry
    20000316 metal and mineral
    20000317 building material
    20000318 gold and precious material
    20000319 iron and steel
    20000320 mining
    20000321 non ferrous metal
    20000322 process industry
    20000323 distiller and brewer
    20000324 food industry
    20000325 furnishings and furniture
    20000326 paper and packaging product
    20000327 rubber product
    20000328 soft drinks
    20000329 textile and clothing
    20000330 tobacco
    20000331 tourism and leisure industry
    20000332 casino and gambling
    20000333 hotel and accommodation
    20000334 recreational and sporting goods
    20000335 restaurant and catering
    20000336 tour operator
    20000337 transport
    20000338 air transport
    20000339 commuting
    20000340 railway transport
    20000341 road transport
    20000342 traffic
    20000343 waterway and maritime transport
    20000344 economy
    20000346 macro economics
    20000347 bonds
    20000348 budgets and budgeting
    20000349 business enterprise
    20000350 central bank
    20000351 consumers
    20000352 consumer confidence
    20000353 consumer issue
    20000354 credit and debt
    20000355 currency
    20000356 deflation
    20000357 economic growth
    20000358 economic indicator
    20000359 gross domestic product
    20000360 industrial production
    20000361 inventories
    20000362 productivity
    20000363 economic organisation
    20000364 emerging market
    20000365 employment statistics
    20000366 exports
    20000367 government aid
    20000368 government debt
    20000369 imports
    20000370 inflation
    20000371 interest rate
    20000372 international economic institution
    20000373 international trade
    20000374 trade agreements
    20000375 trade balance
    20000376 trade dispute
    20000377 trade policy
    20000378 investments
    20000379 monetary policy
    20000380 mortgage
    20000381 mutual funds
    20000382 prices
    20000383 recession
    20000384 tariff
    20000385 market and exchange
    20000386 commodity market
    20000387 energy market
    20000388 metal
    20000389 soft commodity
    20000390 debt market
    20000391 foreign exchange market
    20000392 loan market
    20000393 loans
    20000394 securities
    20000395 derivative securities
    20000396 stocks
    20000509 employment
    20000510 apprenticeship
    20000511 child labour
    20000512 employee
    20000513 employer
    20000514 employment training
    -20000515 advanced training
    -20000516 retraining
    -20000517 occupations
    20000518 wages and benefits
    -20000519 employee benefits
    20000520 social security
    20000521 employment legislation
    20000522 workplace health and safety
    20000523 labour market
    20000524 labour relations
    20000525 collective agreements
    -20000526 contract issue-healthcare
    -20000527 contract issue-wages
    -20000528 contract issue-work rules
    20000529 labour dispute
    20000530 labour strike
    20000531 retirement
    20000532 pension
    20000533 unemployment
    -20000534 job layoffs
    20000535 unemployment benefits
    20000536 unions
    20001136 trade fair
    20001137 stock recommendation
    20001138 buy recommendation
    20001139 hold recommendation
    20001140 sell recommendation
    20001141 hot stock
    20001158 entrepreneurship
    20001159 public contract
    20001160 crafts industry
    20001161 Internet of Things
    20001162 asset management
    20001163 client relationship management
    20001164 payment service
    20001165 capital goods
    20001166 railway manufacturing
    20001167 medical equipment
    20001168 pet product and service
    20001169 e-cigarette
    20001170 logistics
    20001171 sharing economy
    20001172 small and medium enterprise
    20001206 self-employment
    20001207 biofuel
    20001208 geothermal power
    20001209 solar power
    20001210 hydroelectric power
    20001211 wind power
    20001230 corporate social responsibility
    20001243 oil and gas industry
    20001244 utilities
    20001245 infrastructure projects
    20001246 commercial building
    20001258 consumer electronics
    20001275 gig economy
    20001276 parental leave
    20001277 volunteering
    20001278 cooperative
    20001279 cryptocurrency
    20001289 sales channels
    """
}
