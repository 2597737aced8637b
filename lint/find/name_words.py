"""The words by which English news shows what a capitalised name is: titles, particles, kinds of bodies and places.

Closed classes of grammar, all in lower case and without full stops. Who holds an office or where a town lies is no
business of these lists.
"""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


UPPER = "A-ZÀ-ÖØ-ÞĀ-ɏΑ-ΫЀ-Я"  # in a class of characters; the small letters in these ranges open few words

ABBREVIATED = (  # words before whose full stop no sentence ends, as an alternation
    "Mr Mrs Ms Mx Dr Drs Prof Rev Revs Fr Sr Sra Srta Msgr Hon St Ste Sgt Cpl Pvt Pfc Spc Lt Capt Col Gen Maj Adm Cmdr"
    " Cmsr Brig Sen Sens Rep Reps Gov Govs Pres Supt Det Dets Insp Ofc Asst Atty Dep Ald Ave Blvd Rd Ft Mt Wm Chas Jr"
).replace(" ", "|")

HONORIFICS = _set(
    "mr mrs ms mx miss dr drs prof rev revs fr sr sra srta msgr sir dame lord lady sheikh imam rabbi ayatollah"
    " monsieur madame señor señora herr frau mullah don doña madam mister"
)

RANKS = _set(
    "sgt sergeant cpl corporal pvt private pfc spc specialist lt lieutenant capt captain col colonel gen general maj"
    " adm admiral cmdr commander commodore brig brigadier det dets detective detectives insp inspector supt"
    " superintendent ofc officer officers constable trooper deputy deputies sheriff marshal agent patrolman patrolwoman"
    " dep chief"
)

OFFICES = _set(
    "president premier chancellor minister senator sen sens senators representative rep reps congressman congresswoman"
    " governor gov govs mayor councilman councilwoman councilmember councillor assemblyman assemblywoman alderman"
    " alderwoman ald magistrate commissioner cmsr attorney atty prosecutor lawyer solicitor barrister secretary"
    " ambassador envoy director chairman chairwoman chairperson chair spokesman spokeswoman spokesperson professor"
    " doctor pastor reverend archbishop monsignor speaker comptroller coroner administrator pres manager deejay"
    " analyst economist editor reporter correspondent photographer columnist author historian coach quarterback"
    " pitcher goalkeeper striker midfielder captain skipper actor actress singer rapper comedian director producer"
    " filmmaker architect designer chef candidate lawmaker legislator treasurer trustee delegate founder owner ceo"
    " cfo executive leader activist organizer teacher principal doctor nurse witness neighbor neighbour resident boss"
    " dictator militant suspect"
)

NOBLE = _set(  # titles that are surnames as well: only at the head of a name
    "king queen prince princess pope bishop cardinal justice judge major father brother sister emir sultan duke"
    " duchess baron count countess grandma grandpa uncle aunt mother"
)

MODIFIERS = _set(  # words before a title that belong to it
    "prime vice deputy assistant associate acting former ex first foreign finance interior defense defence home"
    " health justice education trade police fire district state national federal senior executive managing general"
    " chief lead attorney under lieutenant city county press co staff warrant petty master gunnery detective public"
    " supreme crown house senate majority minority us u.s uk"
)

TITLES = HONORIFICS | RANKS | OFFICES
LEADING_TITLES = TITLES | NOBLE

PARTICLES = (
    "de|del|della|di|da|do|dos|das|du|des|van|von|der|den|ter|ten|te|la|le|las|los|bin|bint|ibn|ben|abu|al|el|ul|ur|y|e"
)

SUFFIXES = _set("jr sr ii iii iv esq")

BODY_WORDS = _set(
    "university college school academy institute department dept ministry police court council commission committee"
    " association organization organisation network party coalition federation union bank inc corp ltd co llc plc"
    " group company corporation office agency bureau service services hospital clinic church club team foundation"
    " center centre assembly congress senate house parliament army navy guard force forces authority board times news"
    " post journal tribune herald magazine gazette observer systems airlines airways league society movement front"
    " brigade brigades trust fund partners associates industries holdings international division museum theatre"
    " theater library stadium arena restaurant bar café cafe hotel inn market mall store salon lounge nightclub tavern"
    " grill pizzeria records studios films pictures entertainment media press radio television tv fc united orchestra"
    " band temple mosque synagogue chapel cathedral ministries democrats republicans conservatives nations"
)

PLACE_WORDS = _set(
    "street st avenue ave road rd lane ln drive boulevard blvd highway hwy route parkway turnpike expressway freeway"
    " terrace place park square plaza county city town township village island islands river creek canal lake bay gulf"
    " sea ocean mountain mountains mount hill hills valley beach bridge tunnel airport station heights district"
    " borough province state region republic kingdom territory apartments apartment estates homes projects courts"
    " tower towers building garden gardens cemetery forest desert coast peninsula strip"
    " harbor harbour port point neighborhood ward precinct corner"
)

PLACE_HEADS = _set(
    "new north south east west northern southern eastern western central upper lower fort ft mount mt lake port san"
    " santa saint st ste los las el la greater great"
)

THING_WORDS = _set(
    "games cup championship championships open award awards prize festival week day night war act bill law treaty"
    " agreement amendment constitution bible book show parade championship medal olympics tour series season division"
    " project program programme plan initiative report review guide album song tour eve edition version strategy"
    " weekend lives christmas halloween thanksgiving easter ramadan hanukkah"
)

CALENDAR = _set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur"
    " thurs fri sat sun today yesterday tomorrow"
)

OPENERS = _set(  # words that open sentences, and are no part of the name after them
    "the a an in on at by for from with without and but or nor so yet if when while as after before since until though"
    " although because unless once where whether that this these those there here he she they it we you i his her"
    " their its our your my him them us me who whom whose which what why how not no yes to of off over under into onto"
    " about against between among amid during despite through across around near within upon like unlike both either"
    " neither each every all some any many most more much few several other others another such only even also just"
    " still now then thus hence however moreover meanwhile instead otherwise again later earlier recently currently"
    " finally eventually perhaps maybe indeed yesterday today tomorrow tonight last next one two three four five six"
    " seven eight nine ten police officials authorities investigators prosecutors neighbors residents witnesses"
    " detectives firefighters officers sources according photo photos photograph video image courtesy credit via read"
    " see watch click related update updated editor note is are was were be been has have had do does did can could"
    " will would should may might must let please thanks thank ok oh well look get go come follow following based"
    " born asked did don't doesn't didn't it's that's there's he's she's they're we're i'm i've you're let's what's"
    " who's here's isn't wasn't can't won't i'd i'll we'll you'll they'll he'd she'd we've they've former additionally"
    " nearly almost along apart aside besides beyond down up out per plus than till toward towards via whatever"
    " whenever wherever whoever whichever speaking speaks says said"
)

SPEECH = _set(
    "said says say told tells added adds declared declares stated states asked asks wrote writes explained explains"
    " claimed claims argued argues noted notes insisted insists recalled recalls testified testifies tweeted tweets"
    " admitted admits alleged alleges believes believed thinks thought replied responded reported continued concluded"
    " remarked announced confirmed denied warned warns observed remembered acknowledged vowed pleaded roared"
)

LOCATING = _set("in at near outside across throughout toward towards")
