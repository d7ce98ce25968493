package se.ehealthsdk.testkit.directory.country;

/** The words that names are made of. Places and companies are combined such that none is known to exist. */
final class Words {

    static final String[] PLACE_BEGINNINGS = {
        "Troll",
        "Drak",
        "Saga",
        "Fabel",
        "Älv",
        "Näck",
        "Tomte",
        "Vätte",
        "Skrymt",
        "Jätte",
        "Alf",
        "Rimfrost",
        "Ramse",
        "Visa",
        "Gåt",
        "Dikt",
        "Knytt",
        "Sägen",
        "Myt",
        "Ugglehatt"
    };

    static final String[] PLACE_ENDINGS = {
        "hult", "fors", "berga", "näs", "lunda", "torp", "by", "vik", "dalen", "mark", "hammar",
        "sta", "sjö", "holmen", "ryd", "boda", "åsen", "tuna", "köping", "ström"
    };

    /** For more places than there are names. */
    static final String[] WHICH = {
        "Norra", "Södra", "Östra", "Västra", "Övre", "Nedre", "Stora", "Lilla", "Gamla", "Nya"
    };

    static final String[] REGIONS = {
        "Region Påhitt Norr",
        "Region Påhitt Söder",
        "Region Påhitt Öster",
        "Region Påhitt Väster",
        "Region Dikt",
        "Region Saga",
        "Region Fabel",
        "Region Myt",
        "Region Gåta",
        "Region Visa",
        "Region Rim",
        "Region Ramsa",
        "Region Sägen",
        "Region Älvskog",
        "Region Trollmo",
        "Region Drakskär",
        "Region Tomteå",
        "Region Vättedal",
        "Region Näckmark",
        "Region Jättebo",
        "Region Skrymtfjäll"
    };

    static final String[] COMPANIES = {
        "Vård AB",
        "Läkargrupp AB",
        "Rehab AB",
        "Tandvård AB",
        "Omsorg AB",
        "Psykiatri AB",
        "Fysioterapi HB",
        "Hälsa & Vård AB"
    };

    static final String[] REGION_DIVISIONS = {
        "Primärvård", "Sjukhusvård", "Psykiatri", "Folktandvård", "Habilitering & hälsa",
                "Ambulanssjukvård",
        "Regionkontoret", "Laboratoriemedicin", "Folkhälsa", "Läkemedel", "Rehabilitering",
                "Bild och funktion",
        "Kvinnosjukvård", "Barnsjukvård", "Hörsel\\, syn och tal", "Geriatrik"
    };

    static final String[] MUNICIPAL_DIVISIONS = {
        "Äldreomsorg",
        "Hemsjukvård",
        "Elevhälsa",
        "Funktionsstöd",
        "Socialtjänst",
        "Rehabilitering",
        "Korttidsvård",
        "Bemanning",
        "Biståndskontoret",
        "Dagverksamhet",
        "Boendestöd",
        "Anhörigstöd",
        "Familjerådgivning",
        "Myndighet\\, vuxna",
        "Myndighet\\, barn",
        "Nattpatrullen"
    };

    static final String[] CARE_UNITS = {
        "Vårdcentralen ",
        "Familjeläkarna ",
        "Närsjukhuset ",
        "Specialistmottagningen ",
        "Rehabcentrum ",
        "Psykiatrimottagningen ",
        "Folktandvården ",
        "Kliniken i "
    };

    static final String[] MUNICIPAL_CARE_UNITS = {
        "Hemsjukvården ",
        "Vårdboendet ",
        "Korttidsboendet ",
        "Elevhälsan ",
        "Rehabteamet ",
        "Gruppboendet ",
        "Hemtjänsten ",
        "Dagverksamheten "
    };

    static final String[] SECTIONS = {
        "Barnavårdscentral",
        "Barnmorskemottagning",
        "Provtagning",
        "Reception",
        "Medicin\\, dagvård",
        "Distriktssköterskemottagning",
        "Läkarmottagning",
        "Akutmottagning",
        "Fysioterapi",
        "Arbetsterapi",
        "Psykosocialt team",
        "Dietistmottagning",
        "Vårdavdelning 1",
        "Vårdavdelning 2",
        "Vårdavdelning 3",
        "Operation & anestesi"
    };

    static final String[] TEAMS = {
        "Team Norr",
        "Team Söder",
        "Team Öster",
        "Team Väster",
        "Expedition",
        "Diabetesmottagning",
        "Astma- och KOL-mottagning",
        "Hjärtsviktsmottagning",
        "Jourmottagning",
        "Kassa",
        "Vaccination",
        "Livsstilsmottagning",
        "Sårmottagning",
        "Uppföljning",
        "Hembesök",
        "Telefonrådgivning"
    };

    static final String[] GIVEN_NAMES = {
        "Agnes",
        "Albin",
        "Alva",
        "Amir",
        "Anders",
        "Anna",
        "Astrid",
        "Axel",
        "Birgitta",
        "Björn",
        "Cecilia",
        "Daniel",
        "Ebba",
        "Elin",
        "Elsa",
        "Emil",
        "Erik",
        "Eva",
        "Fatima",
        "Filip",
        "Frida",
        "Gunilla",
        "Gustav",
        "Hanna",
        "Helena",
        "Hugo",
        "Ida",
        "Ingrid",
        "Isak",
        "Jakob",
        "Johan",
        "Jonas",
        "Karin",
        "Karl",
        "Kerstin",
        "Klara",
        "Lars",
        "Lena",
        "Leo",
        "Linnéa",
        "Ludvig",
        "Magnus",
        "Maja",
        "Malin",
        "Maria",
        "Mattias",
        "Mehmet",
        "Moa",
        "Nils",
        "Nora",
        "Olivia",
        "Olof",
        "Oskar",
        "Per",
        "Peter",
        "Petra",
        "Rebecka",
        "Saga",
        "Sara",
        "Selma",
        "Signe",
        "Simon",
        "Sofia",
        "Stina",
        "Sven",
        "Svetlana",
        "Tilda",
        "Tova",
        "Ulf",
        "Ulrika",
        "Viktor",
        "Wilma",
        "Yusuf",
        "Åke",
        "Åsa",
        "Örjan"
    };

    static final String[] SURNAME_BEGINNINGS = {
        "Alm", "Berg", "Björk", "Blom", "Dal", "Ek", "Fors", "Gran", "Hag", "Holm", "Häll", "Kvist",
                "Lind", "Ljung", "Lund",
        "Mal", "Nord", "Ny", "Rosen", "Sand", "Sjö", "Skog", "Sten", "Ström", "Sund", "Söder",
                "Vester", "Vik", "Ås", "Öster"
    };

    static final String[] SURNAME_ENDINGS = {
        "berg", "blad", "bäck", "dahl", "feldt", "gren", "holm", "kvist", "lund", "man", "mark",
        "qvist", "stedt", "strand", "ström", "vall", "ås", "ell", "én", "ius"
    };

    private Words() {}
}
