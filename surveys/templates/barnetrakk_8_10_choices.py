"""What years 8–10 choose among; the codes shared with years 3–7 mean the same."""

from surveys.templates.building import choice

WHAT = [
    choice("friends", "Er med venner", "Er med venner", "Meet friends"),
    choice("hang_out", "Henger", "Heng", "Hang out"),
    choice("training", "Trener", "Trenar", "Train"),
    choice("ball", "Spiller ball", "Spelar ball", "Play ball"),
    choice(
        "wheels",
        "Sykler, skater eller kjører sparkesykkel",
        "Syklar, skatar eller køyrer sparkesykkel",
        "Cycle, skate or ride a scooter",
    ),
    choice("walk", "Går tur", "Går tur", "Go for walks"),
    choice("swim", "Bader", "Badar", "Swim"),
    choice("snow", "Aker, går på ski eller skøyter", "Akar, går på ski eller skeiser", "Sledge, ski or skate on ice"),
    choice("nature", "Er i naturen", "Er i naturen", "Enjoy nature"),
    choice("shop", "Handler eller spiser", "Handlar eller et", "Shop or eat"),
    choice(
        "culture", "Spiller, danser eller lager noe", "Spelar, dansar eller lagar noko", "Play music, dance or make art"
    ),
    choice("relax", "Slapper av", "Slappar av", "Relax"),
    choice("alone", "Er for meg selv", "Er for meg sjølv", "Spend time by myself"),
    choice("other", "Noe annet", "Noko anna", "Something else"),
]
WHY_GOOD = [
    choice("fun", "Gøy", "Gøy", "Fun"),
    choice("friends", "Vennene mine er her", "Vennene mine er her", "My friends are here"),
    choice("safe", "Trygt", "Trygt", "Safe"),
    choice("nature", "Fin natur", "Fin natur", "Lovely nature"),
    choice("exciting", "Spennende", "Spennande", "Exciting"),
    choice("quiet", "Rolig", "Roleg", "Calm"),
    choice("beautiful", "Fint å se på", "Fint å sjå på", "Nice to look at"),
    choice("room", "God plass", "God plass", "Lots of room"),
    choice("light", "Godt lys", "Godt lys", "Well lit"),
    choice("easy_to_reach", "Lett å komme til", "Lett å kome til", "Easy to get to"),
    choice("free", "Gratis å være her", "Gratis å vere her", "Costs nothing"),
    choice("own_place", "Her får vi være i fred", "Her får vi vere i fred", "We are left in peace"),
]
WHY_UNSAFE = [
    choice("traffic", "Mye trafikk", "Mykje trafikk", "Heavy traffic"),
    choice("speed", "Bilene kjører fort", "Bilane køyrer fort", "Cars go too fast"),
    choice("no_crossing", "Mangler gangfelt", "Manglar gangfelt", "No crossing"),
    choice("no_speed_bumps", "Mangler fartsdumper", "Manglar fartsdumpar", "No speed bumps"),
    choice("narrow_road", "Smal vei", "Smal veg", "Narrow road"),
    choice("no_pavement", "Ikke fortau eller veikant", "Ikkje fortau eller vegkant", "No pavement or verge"),
    choice("poor_sight", "Vanskelig å se bilene", "Vanskeleg å sjå bilane", "Hard to see the cars"),
    choice("bad_surface", "Hull i veien", "Hol i vegen", "Holes in the road"),
    choice("dark", "Mørkt", "Mørkt", "Dark"),
    choice("slippery", "Glatt", "Glatt", "Slippery"),
    choice("snow", "Dårlig brøytet", "Dårleg brøytt", "Snow is not cleared"),
    choice("accident", "Her har det skjedd ulykker", "Her har det skjedd ulykker", "Accidents have happened"),
    choice("bullies", "Noen plager andre", "Nokon plagar andre", "Some people bother others"),
    choice("strangers", "Folk jeg er utrygg på", "Folk eg er utrygg på", "People I feel unsafe with"),
    choice("alcohol", "Rus og fyll", "Rus og fyll", "Drugs and drinking"),
    choice("litter", "Søppel eller hærverk", "Søppel eller hærverk", "Litter or damage"),
    choice("boring", "Kjedelig", "Keisamt", "Boring"),
    choice("other", "Noe annet", "Noko anna", "Something else"),
]
WISH_FOR = [
    choice("meeting_place", "Et sted å møtes ute", "Ein stad å møtast ute", "Somewhere to meet outdoors"),
    choice("indoors", "Et sted å være inne", "Ein stad å vere inne", "Somewhere to be indoors"),
    choice("ball_court", "Bane for ballspill", "Bane for ballspel", "Ball court"),
    choice("wheels", "Skatepark eller sykkelløype", "Skatepark eller sykkelløype", "Skate park or bike track"),
    choice("training", "Utstyr for trening", "Utstyr for trening", "Training equipment"),
    choice("swim", "Badeplass", "Badeplass", "Place to swim"),
    choice("trees", "Mer natur", "Meir natur", "More nature"),
    choice("seats", "Benker og tak over hodet", "Benkar og tak over hovudet", "Benches and shelter"),
    choice("light", "Bedre lys", "Betre lys", "Better light"),
    choice("crossing", "Tryggere kryssing", "Tryggare kryssing", "Safer crossing"),
    choice("path", "Gang- eller sykkelvei", "Gang- eller sykkelveg", "Path to walk or cycle on"),
    choice("lower_speed", "Lavere fart", "Lågare fart", "Lower speed"),
    choice("bus", "Bedre buss", "Betre buss", "Better buses"),
    choice("tidy", "Renere og ryddigere", "Reinare og ryddigare", "Cleaner and tidier"),
    choice("other", "Noe annet", "Noko anna", "Something else"),
]
