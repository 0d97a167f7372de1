/// Given names that residents sign with. A name missing here is not found without a closing such as "Regards"; a word
/// too many would take a place's name for a person's.
///
/// Chosen, not derived: common given names of people who live in the United Kingdom, in small letters, with the shorter
/// forms; of names that are also words or places only those in `doubtful`.
enum RedactionGivenNames {
    /// Names that are hardly ever anything else.
    static let sure = Set(
        """
        aaliyah aaron abbie abby abdul abdullah abi abigail abraham adam adeel adele adrian adriana agata agnes
        agnieszka ahmad ahmed aidan aileen aimee aisha aisling akash alan alana alasdair alastair aleksandra
        alex alexander alexandra alexis alfie alfred ali alice alicia alina alisha alison alistair allan allison
        alun alyssa amanda amandeep amelia amelie amina amir amit amjad amrit amy ana anand anastasia andrea
        andreas andrei andrew andrzej andy aneta angela angelina angharad angus anil anita anjali ann anna
        annabel anne annette annie anthea anthony antoinette antonia antonio anwar anya arjun arlo arnold aron
        arthur arun asha ashok asif asma astrid audrey ava ayaan ayesha azhar barbara barnaby barry bartosz
        basil beata beatrice becca becky belinda benjamin bernadette bernard bethan bethany betty beverley
        bhavna bilal billie billy bob bobby bogdan boris brandon brenda brendan brian bridget bronwen bronwyn
        bruce bryan bryony caitlin callum cameron camilla carl carla carly carmel carmen carole caroline carolyn
        carrie carys caspar cassandra cath catherine cathy catrin cecilia ceri chantelle charlene charles
        charlie cheryl chidi chloe chris chrissie christina christine christopher ciara clair claire clara clare
        claudia clement clifford clive colette colin colleen connor conor constance cora corinne cormac craig
        cristina cynthia cyril damian damien dan daniel danielle danuta daphne darren dave david dawid deanna
        debbie deborah debra deepak deirdre delia delroy denis denise dennis derek desmond dewi diana diane
        dilip dimitri dinesh dipak dominic dominika donald donna doreen doris dorota dorothy doug douglas duncan
        dylan eamonn eddie edith edmund edna edward edwin eileen eilidh elaine eleanor elena eleri elias elijah
        elin eliot elisabeth eliza elizabeth ella ellen ellie elliot elliott eloise elsie emily emma emmanuel
        emyr enid eric erica erik erin esme esther ethan ethel eva evan evelyn ewa ewan ezra farah farhan farooq
        fatima fatou felicity felix fiona fionnuala frances francesca francine francis fraser fred freda freddie
        frederick freya gareth gary gavin gemma geoff geoffrey georgina geraint gerald geraldine gerard gerry
        gethin giles gill gillian gina giovanni gita giulia gladys glenda glenys glyn glynis gordon graeme
        graham gregory greta grzegorz gurpreet gustav gwen gwendolyn gwenllian gwilym gwyn gwyneth hadiya hamish
        hamza hannah hardeep harjit harold haroon harpreet harriet harrison harry harvey hasan hassan hayley
        heidi helen helena henrietta henry herbert hilary hilda howard howell hubert hugh hugo humphrey hussain
        ian ibrahim ieuan ifan ilona imogen imran ingrid ioan ioana iona irena irene irina isaac isabel isabella
        isabelle isaiah ismail isobel ivan iwona jackie jaclyn jacob jacqueline jacqui jaden jake jakub james
        jamie jan jane janet janette janice janine jared jason jaswinder javed jayne jean jeanette jeff jeffrey
        jemima jemma jen jenna jennie jennifer jenny jeremy jerome jess jessica jessie jill jillian jim jimmy
        joan joanna joanne joao jocelyn jodie joe joel johanna john johnny jon jonathan jonny jorge jose josef
        joseph josephine josh joshua joyce juan judith julia julian julie juliet justin justyna kai kamal kamila
        kamran karen karim karin karl karolina kasia katarzyna kate katherine kathleen kathryn kathy katie
        katrina katy kavita kay kayleigh keiran keiron keith kelly kelvin ken kenneth kevin khadija khalid kiera
        kieran kim kimberley kiran kirsten kirsty krishna kristian krystyna krzysztof kumar kyle laura lauren
        laurence lawrence leah leanne lee leila len lena leo leon leonard leroy lesley leslie liam libby lillian
        lily linda lindsay lindsey lisa liz lizzie lloyd lois lola lorna lorraine louis louisa louise lucas
        lucia lucinda lucy luis lukasz luke lydia lyn lynda lyndon lynn lynne mabel maciej madeleine maeve
        magdalena maggie mahmood mair maisie malcolm malgorzata malik mandy manjit marcia marcin marcus marek
        margaret margery maria marian marianne marie marilyn marina marion marjorie marlene marta martha martin
        martyn mary maryam mateusz matilda matt matthew maud maureen maurice mavis maxine maya meera megan
        mehmet mehreen mel melanie melissa meredith mia michael michal michelle mick miguel mike mikolaj mildred
        millie mina miranda miriam mohamed mohammad mohammed moira moli molly monica monika moses muhammad
        muriel murray mustafa myfanwy myra myrtle nabil nadia nadine nancy naomi narinder nasreen natalia
        natalie natasha nathan nathaniel naveed neha neil nerys nesta niamh nicholas nicky nicola nicolas nicole
        nigel nikita nikki nikolai nina nisha noah nora noreen norma olga oliver olivia olu oluwaseun omar oscar
        osman owain owen paddy padraig pam pamela parveen patricia patrick patryk paul paula pauline pawel peggy
        penelope percy pete peter petra phil philip philippa phillip phoebe phyllis piers piotr pippa polly
        pradeep prakash pranav priya przemyslaw quentin rachael rachel raheem rahul raj rajesh rajinder ralph
        ranjit rashid raymond rebecca reece reginald reuben rhian rhiannon rhodri rhona rhys richard rick ricky
        rita robert roberta roberto robyn roderick rodney roger roisin roland ron ronald ronnie rory rosa
        rosalind rosanna roseanne rosemary rosie rowena roxanne roy rubina rukhsana rupert russell ruth ryan
        sabina sabrina sadia sagar saima saira sally salma samantha samir samuel sana sandeep sandra sandy
        sanjay sarah satnam saul sean sebastian selina sergio shabana shahid shaista shane shannon sharon shaun
        shauna shazia sheila shirley shona sian sidney silvia simon simone sinead siobhan sioned sofia sonia
        sophia sophie stacey stan stanley stefan stella stephanie stephen steve steven stewart stuart sunil
        sunita surinder susan susannah susie suzanne sybil sylvia tabitha tahir tamara tamsin tania tanya tara
        tariq tatiana ted terence teresa terri terry tessa thelma theo theodore theresa thomas tilly tim timothy
        tina tobias toby tom tomasz tommy toni tony tracey tracy trevor tricia trish trudy tudor tyler una
        ursula usha usman valerie vanessa vera veronica vicki vicky vijay vikram vincent viv vivian vivien
        vivienne vladimir waheed wayne wendy wesley wilfred wilma winifred winston wojciech xavier yasmin
        yasmine yolanda yousef yusuf yvette yvonne zachary zahra zainab zara zbigniew zeynep zoe zofia zoya
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    /// Names that are words, places or months too: nothing is told from them alone.
    static let doubtful = Set(
        """
        albert angel april archie art ash ashley aurora autumn bella ben bert beryl beth bill blake blanche brad
        brooke cara chase chelsea cherry christian christie claude clay coral curtis dale darcy dawn dee del des
        dick dickie don dot drew earl ed elton ernest faith fay faye fern finlay finn flora florence frank
        gabriel gail gene george georgie ginger glen gloria grace graeme grant greg guy hal hans hari harper
        heath heather holly honor hope ike india ivor ivy jack jackson jay jed jesse jo jock josie joy
        jude judy julius june kane karma katrine kenny kent kirk kit kitty lance lawson lena lenny les linus
        logan lou luna lynne marcel mark marshall martina mason maude may mercy merle michel mo mohan morgan
        myles nan nat ned nell nelson nick olive opal otto paige paris pat patience pearl petal phoenix poppy
        prem preston primrose priscilla prudence rae randy ravi ray reed rich rob robin rose rowan ruby rufus
        sam sara sasha saskia scott seth shaan shelley sid sky skye sol sonny stevie sue summer sunny sydney
        tess tyrone val vic victor victoria vince viola virginia wade walter warren will william willow woody
        zack zane zena
        amber daisy iris miles violet carol max jade hazel jasmine penny dean cliff reg georgia jordan noel eve crystal ebony norman mercedes kerry lewis isla ione ross verity don
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
