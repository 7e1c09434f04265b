extension MediaTopic {
  /// Of sport.
  static let ofSport = """
    15000000 sport
    20000822 competition discipline
    20000823 American football
    20000824 archery
    20000825 crossbow shooting
    20000826 longbow
    20000827 athletics, track and field
    20000828 cross country run
    20000829 decathlon
    20000830 discus throw
    20000831 hammer throw
    20000832 heptathlon
    20000833 high jump
    20000834 hurdles
    20000835 javelin throw
    20000836 long distance run
    20000837 long jump
    20000838 middle distance run
    20000839 pentathlon
    20000840 pole vault
    20000841 race walking
    20000842 relay run
    20000843 shot put
    20000844 sprint run
    20000845 triple jump
    20000846 Australian rules football
    20000847 badminton
    20000848 bandy
    20000849 baseball
    20000850 rubberball baseball
    20000851 basketball
    20000852 biathlon
    20000853 billiards
    20000854 bobsleigh
    20000855 boules
    20000856 boxing
    -20000857 bantamweight (boxing)
    -20000858 cruiserweight (boxing)
    -20000859 featherweight (boxing)
    -20000860 flyweight (boxing)
    -20000861 heavyweight (boxing)
    -20000862 light flyweight (boxing)
    -20000863 light-heavyweight (boxing)
    -20000864 light-middleweight (boxing)
    -20000865 light-welterweight (boxing)
    -20000866 lightweight (boxing)
    -20000867 middleweight (boxing)
    -20000868 straw weight (boxing)
    -20000869 super-bantamweight (boxing)
    -20000870 super-featherweight (boxing)
    -20000871 super-flyweight (boxing)
    -20000872 super-heavyweight (boxing)
    -20000873 super-middleweight (boxing)
    -20000874 welterweight (boxing)
    20000875 bullfighting
    20000876 Canadian football
    20000877 canoeing
    -20000878 C1 (canoeing)
    -20000879 C2 (canoeing)
    -20000880 C4 (canoeing)
    -20000881 canoe sailing
    -20000882 pontoniering
    20000883 casting (fishing)
    20000884 mountain climbing
    20000885 ice climbing
    20000886 mountaineering
    20000887 sport climbing
    20000888 cricket
    20000889 croquet
    20000890 curling
    20000891 icestock sport
    20000892 cycling
    20000893 artistic cycling
    -20000894 bi-crossing
    20000895 bmx
    20000896 cycle ball
    -20000897 cycle sprint race
    -20000898 cyclo-cross
    -20000899 individual pursuit (cycling)
    -20000900 individual time trial (cycling)
    -20000901 Keirin
    -20000902 Madison race
    20000903 mountain biking
    -20000904 points race (cycling)
    -20000905 road cycling
    -20000906 cycling staging race
    -20000907 team cycle sprint
    -20000908 road cycling team pursuit
    -20000909 team time trial (cycling)
    -20000910 track race (cycling)
    20000911 competitive dancing
    20000912 darts
    20000913 diving
    20000914 platform diving
    20000915 springboard diving
    20000916 synchronised diving
    20000918 underwater sports
    20000919 dog racing
    -20000920 oval track dog racing
    -20000921 dog sled racing
    20000922 duathlon
    20000923 equestrian
    -20000924 cross country horse riding
    -20000925 dressage
    -20000926 horse jumping
    -20000927 three day eventing
    -20000928 horse driving
    20000929 fencing
    -20000930 epee
    -20000931 foil
    -20000932 sabre
    20000933 field hockey
    20000934 figure skating
    -20000935 ice dance
    20000936 fist ball
    20000937 floorball
    20000938 flying disc
    20000939 Gaelic football
    20000940 golf
    20000941 mini golf
    20000942 gymnastics
    -20000943 ball (rhythmic gymnastics)
    -20000944 beam (artistic gymnastics)
    -20000945 clubs (rhythmic gymnastics)
    -20000946 floor exercise (artistic gymnastics)
    -20000947 hoop (rhythmic gymnastics)
    -20000948 horizontal bar (artistic gymnastics)
    -20000949 parallel bars (artistic gymnastics)
    -20000950 pommel horse (artistic gymnastics)
    20000951 rhythmic gymnastics
    -20000952 ribbon (rhythmic gymnastics)
    -20000953 rings (artistic gymnastics)
    -20000954 rope (rhythmic gymnastics)
    20000955 trampoline
    -20000956 uneven bars (artistic gymnastics)
    -20000957 vault (artistic gymnastics)
    20000958 handball (team)
    20000959 hornuss
    20000960 horse racing
    -20000961 flat racing
    -20000962 harness racing
    -20000963 steeple chase
    20000964 hurling
    20000965 ice hockey
    20000966 sledge hockey
    20000967 inline skating
    20000968 Jai Alai (Pelota)
    20000969 judo
    -20000970 extra lightweight (judo)
    -20000971 half-heavyweight (judo)
    -20000972 half-lightweight (judo)
    -20000973 half-middleweight (judo)
    -20000974 heavyweight (judo)
    -20000975 lightweight (judo)
    -20000976 middleweight (judo)
    20000977 jukendo
    20000978 kabaddi
    20000979 kayaking
    -20000980 K1 (kayaking)
    -20000981 K2 (kayaking)
    -20000982 K4 (kayaking)
    20000983 karate
    20000984 kendo
    20000985 kyudo
    20000986 lacrosse
    20000987 luge
    20000988 marathon
    20000989 modern pentathlon
    20000990 motorboat racing
    20000991 motor car racing
    -20000992 endurance race
    -20000993 F3000
    -20000994 Formula One
    -20000995 Indy Racing
    -20000996 motor car rallycross
    -20000997 motor car rallying
    20000998 motorcycling
    -20000999 motorcycle endurance
    -20001000 enduro
    -20001001 grass-track
    -20001002 moto-ball
    -20001003 moto-cross
    -20001004 motoGP
    -20001005 motorcycle rallying
    -20001006 side-cars
    -20001007 speedway
    -20001008 motorcycling trial
    20001009 naginata
    20001010 netball
    20001011 orienteering
    20001012 ski orienteering
    20001013 parachuting
    20001014 polo
    20001015 pool
    20001016 power boating
    20001017 rodeo
    20001018 bareback bronc
    20001019 barrel racing
    20001020 bull riding
    20001021 bulldogging
    20001022 calf roping
    20001023 goat roping
    20001024 saddle bronc
    20001025 roller hockey
    20001026 rowing
    -20001027 coxed four
    -20001028 coxed pair
    -20001029 coxless four
    -20001030 coxless pair
    -20001031 double sculls
    -20001032 coxed eight
    -20001033 quadruple sculls
    -20001034 single sculls
    20001035 rugby league
    20001036 rugby union
    20001037 rugby sevens
    20001038 sailing
    -20001039 multihull
    -20001040 dinghy
    -20001041 keelboat
    -20001042 sailing regatta
    -20001043 ocean sailing
    -20001044 round the world race
    -20001045 solo ocean sailing
    -20001046 non-stop solo race
    20001047 sepak takraw
    20001048 shinty
    20001049 sport shooting
    -20001050 pistol shooting
    -20001051 rifle shooting
    -20001052 running target shooting
    -20001053 shotgun shooting
    -20001054 clay pigeon shooting
    20001055 skeleton
    20001056 skiing
    20001057 alpine skiing
    20001058 freestyle skiing
    20001059 grass skiing
    -20001060 Nordic skiing
    20001061 ski jumping
    20001062 sky diving
    20001063 snooker
    20001064 snowboarding
    20001065 soccer
    20001066 softball
    20001067 speed skating
    20001068 squash
    20001069 sumo wrestling
    20001070 surfing
    20001071 swimming
    -20001072 backstroke
    -20001073 breaststroke
    -20001074 butterfly swimming
    -20001075 freestyle swimming
    -20001076 medley swimming
    -20001077 marathon swimming
    -20001078 relay freestyle swimming
    -20001079 relay medley swimming
    -20001080 short course swimming
    20001081 synchronised free routine
    20001082 synchronised technical routine
    20001083 table tennis
    20001084 Taekwon-Do
    20001085 tennis
    20001086 ten pin bowling
    20001087 triathlon
    20001088 tug-of-war
    20001089 volleyball
    20001090 beach volleyball
    20001091 water polo
    20001092 water skiing
    20001093 weightlifting
    -20001094 clean and jerk (weightlifting)
    -20001095 powerlifting
    -20001096 snatch (weightlifting)
    20001097 windsurfing
    20001098 wrestling
    20001099 freestyle wrestling
    20001100 greco-roman
    20001101 Swiss wrestling
    20001102 wushu
    20001103 disciplinary action in sport
    20001104 drug use in sport
    20001105 drug abuse in sport
    20001106 drug testing in sport
    20001107 medical drug use in sport
    20001108 sport event
    20001109 continental championship
    20001110 continental cup
    20001111 continental games
    20001112 international championship
    20001113 international cup
    20001114 international games
    20001115 national championship
    20001116 national cup
    20001117 national games
    20001118 regional championship
    20001119 regional cup
    20001120 regional games
    20001121 world championship
    20001122 world cup
    20001123 world games
    20001124 sport industry
    20001125 sport organisation
    20001126 sport venue
    20001148 transfer
    20001149 cross-country skiing
    20001150 Nordic combined
    20001151 short track speed skating
    20001152 artistic gymnastics
    20001153 Telemark skiing
    20001154 chess
    20001155 roller sports
    20001156 skateboarding
    20001157 martial arts
    20001175 synchronised swimming
    20001176 rugby
    20001177 Olympic Games
    20001178 Paralympic Games
    20001183 eSports
    20001231 mixed martial arts
    20001240 bodybuilding
    20001242 steeplechase (athletics)
    20001281 racquetball
    20001282 ringette
    20001286 arm wrestling
    """
}
