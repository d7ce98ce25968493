package se.ehealthsdk.conformance;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Certificates that the official rules accept, one or more of each type, as RegisterCertificate 3. Invented, by what
 * the forms ask for.
 *
 * <p>An answer is a line: {@code question[#instance] part=value; part=value}. A value is text, {@code system|code},
 * {@code from/to}, {@code number{unit}}, or a partial date after {@code ~}; {@code @+30} is the day thirty days from today.
 */
final class CertificateSamples {

    static final String CERTIFICATE = "urn:riv:clinicalprocess:healthcond:certificate:3";
    static final String REGISTER =
            "urn:riv:clinicalprocess:healthcond:certificate:RegisterCertificateResponder:3";
    static final String TYPES = "urn:riv:clinicalprocess:healthcond:certificate:types:3";

    private static final Map<String, String> PREFIXES =
            Map.of(
                    CERTIFICATE,
                    "c:",
                    TYPES,
                    "t:",
                    REGISTER,
                    "r:",
                    "urn:riv:clinicalprocess:healthcond:certificate:3.2",
                    "e:");

    private static final String PATIENT = "191212121212";

    private static final String SICK_LEAVE_1 =
            """
            27 27.1=false
            1#1 1.1=KV_FKMU_0001|UNDERSOKNING; 1.2=2026-01-07
            1#2 1.1=KV_FKMU_0001|ANNAT; 1.2=2026-01-05; 1.3=Samtal med handledare
            28#1 28.1=KV_FKMU_0002|NUVARANDE_ARBETE
            28#2 28.1=KV_FKMU_0002|STUDIER
            29 29.1=Snickare
            6 6.1=Klamskada; 6.2=1.2.752.116.1.1.1.1.3|S47; 6.3=Smarta; 6.4=1.2.752.116.1.1.1.1.3|Z731; 6.5=Yrsel; 6.6=1.2.752.116.1.1.1.1.3|A039
            35 35.1=Kan inte lyfta
            17 17.1=Kan inte bara
            19 19.1=Vila
            20 20.1=Traning
            32#1 32.1=KV_FKMU_0003|HELT_NEDSATT; 32.2=2026-01-07/2026-01-20
            32#2 32.1=KV_FKMU_0003|HALFTEN; 32.2=2026-01-21/2026-02-10
            33 33.1=true; 33.2=Resor tar tid
            34 34.1=true
            37 37.1=Tungt arbete
            39 39.1=KV_FKMU_0006|ATER_X_ANTAL_DGR; 39.3=KV_FKMU_0007|SEXTIO_DGR
            40#1 40.1=KV_FKMU_0004|ARBETSTRANING
            40#2 40.1=KV_FKMU_0004|ERGONOMISK
            44 44.1=Lattare uppgifter
            25 25.1=Inget mer
            """;

    private static final String SICK_LEAVE_2 =
            """
            27 27.1=false
            1#1 1.1=KV_FKMU_0001|FYSISKUNDERSOKNING; 1.2=2026-01-07
            1#2 1.1=KV_FKMU_0001|ANNAT; 1.2=2026-01-05; 1.3=Samtal med handledare
            28#1 28.1=KV_FKMU_0002|NUVARANDE_ARBETE
            29 29.1=Snickare
            6 6.1=Klamskada; 6.2=1.2.752.116.1.1.1|S47; 6.3=Smarta; 6.4=1.2.752.116.1.1.1|Z731
            35 35.1=Kan inte lyfta
            17 17.1=Kan inte bara
            19 19.1=Vila
            32#1 32.1=KV_FKMU_0003|HELT_NEDSATT; 32.2=2026-01-07/2026-01-20
            32#2 32.1=KV_FKMU_0003|HALFTEN; 32.2=2026-01-21/2026-02-10
            33 33.1=true; 33.2=Resor tar tid
            34 34.1=true
            37 37.1=Tungt arbete
            39 39.1=KV_FKMU_0006|ATER_X_ANTAL_MANADER; 39.4=3
            44 44.1=Lattare uppgifter
            25 25.1=Inget mer
            26 26.1=true; 26.2=Ring mig
            """;

    private static final String DEATH =
            """
            1 1.1=Korkort
            2 2.1=false; 2.2=2026-01-10; 2.3=2026-01-12
            3 3.1=Kiruna; 3.2=65f0069f-14b5-4634-b187-5193580a3349|SJUKHUS
            4 4.1=false
            """;

    private static final String DEATH_CERTAIN =
            """
            1 1.1=Korkort
            2 2.1=true; 2.2=2026-01-10
            3 3.1=Kiruna; 3.2=65f0069f-14b5-4634-b187-5193580a3349|ORDINART_BOENDE
            4 4.1=false
            """;

    private static final String CAUSE =
            """
            8 8.1=Hjartstopp; 8.2=2026-01-09; 8.3=1.2.752.116.2.1.1.1|424124008
            9#1 9.1=Infarkt; 9.2=2026-01-08; 9.3=1.2.752.116.2.1.1.1|424124008
            9#2 9.1=Aderforkalkning; 9.2=2025-05-01; 9.3=2.16.840.1.113883.5.1008|NI
            9#3 9.1=Hogt blodtryck
            10 10.1=Diabetes; 10.2=2020-03-01; 10.3=1.2.752.116.2.1.1.1|90734009
            10 10.1=Astma
            """;

    private static final String STATEMENT =
            """
            1#1 1.1=KV_FKMU_0001|UNDERSOKNING; 1.2=2026-01-07
            1#2 1.1=KV_FKMU_0001|ANHORIG; 1.2=2026-01-06
            1#3 1.1=KV_FKMU_0001|ANNAT; 1.2=2026-01-05; 1.3=Samtal med handledare
            2 2.1=2025-01-05
            3 3.1=true
            4#1 4.1=KV_FKMU_0005|ARBETSTERAPEUT; 4.2=2025-03-04; 4.3=Vardcentralen
            4#2 4.1=KV_FKMU_0005|PSYKOLOG; 4.2=2025-03-05; 4.3=Sjukhuset
            5 5.1=Lang tid
            6 6.1=Klamskada; 6.2=1.2.752.116.1.1.1.1.3|S47; 6.3=Smarta; 6.4=1.2.752.116.1.1.1.1.3|Z731
            7 7.1=Vardcentralen
            45 45.1=true; 45.2=Sjukdomen har andrats
            8 8.1=Minne
            9 9.1=Samspel
            10 10.1=Uppmarksamhet
            11 11.1=Somn
            12 12.1=Syn
            13 13.1=Balans
            14 14.1=Hud
            17 17.1=Kan inte bara
            18 18.1=Operation
            19 19.1=Vila
            20 20.1=Traning
            21 21.1=Inga
            22 22.1=Sma
            23 23.1=Kan sitta
            25 25.1=Inget mer
            26 26.1=true; 26.2=Ring mig
            9001 9001.1=Svar
            """;

    /** A certificate and what it is called in a report. */
    record Sample(String name, Document document) {}

    private CertificateSamples() {}

    /** All, by the name of their rule file without {@code .sch}. */
    static Map<String, List<Sample>> all(LocalDate today) {
        Map<String, List<Sample>> all = new LinkedHashMap<>();
        all.put(
                "lisjp.v1",
                List.of(
                        sample(
                                "LISJP",
                                "1",
                                SICK_LEAVE_1 + "26 26.1=true; 26.2=Ring\n9001 9001.1=Svar",
                                today),
                        sample(
                                "LISJP",
                                "1.0",
                                without(SICK_LEAVE_1, "27", "25", "19", "20"),
                                today),
                        sample(
                                "LISJP",
                                "1.3",
                                "27 27.1=1\n6 6.1=Magsjuka; 6.2=1.2.752.116.1.1.1.1.3|A039\n"
                                        + "32#1 32.1=KV_FKMU_0003|HALFTEN; 32.2=2026-01-07/2026-01-20",
                                today)));
        all.put(
                "lisjp.v2",
                List.of(
                        sample("LISJP", "2.0", SICK_LEAVE_2, today),
                        sample("LISJP", "2.0", without(SICK_LEAVE_2, "27", "25", "26"), today),
                        sample(
                                "LISJP",
                                "2.0",
                                "27 27.1=true\n6 6.1=Magsjuka; 6.2=1.2.752.116.1.1.1|A039\n"
                                        + "32#1 32.1=KV_FKMU_0003|HELT_NEDSATT; 32.2=2026-01-07/2026-01-20",
                                today)));
        all.put(
                "ag7804.v1",
                List.of(
                        sample(
                                "AG7804",
                                "1.0",
                                SICK_LEAVE_1 + "100 100.1=true\n103 103.1=true; 103.2=Chefen",
                                today),
                        sample(
                                "AG7804",
                                "1",
                                without(SICK_LEAVE_1, "27", "6") + "100 100.1=false",
                                today)));
        all.put(
                "lunsp.v1",
                List.of(
                        sample(
                                "LUNSP",
                                "1.0",
                                LIFE
                                        + "52 52.1=KV_FKMU_0009|AKUT_LIVSHOTANDE; 52.3=2026-01-03; 52.4=Blodning; 52.5=true; 52.6=2026-02-01\n",
                                today),
                        sample(
                                "LUNSP",
                                "1.0",
                                LIFE + "52 52.1=KV_FKMU_0009|ENDAST_PALLIATIV; 52.2=2026-01-03\n",
                                today),
                        sample(
                                "LUNSP",
                                "1.0",
                                LIFE + "52 52.1=KV_FKMU_0009|ANNAT; 52.7=Hjartat\n",
                                today)));
        all.put("igrav.v1", List.of(sample("IGRAV", "1.0", "54 54.1=@+100", today)));
        all.put(
                "db.v1",
                List.of(
                        sample("DB", "1.0", DEATH + DEATH_END, today),
                        sample(
                                "DB",
                                "1",
                                DEATH_CERTAIN + "5 5.1=false\n6 6.1=true\n7 7.1=false",
                                today),
                        sample(
                                "DB",
                                "1.0",
                                DEATH
                                        + "5 5.1=false\n6 6.1=false; 6.2=da46dd8c-b3f1-4e39-8d62-777d069213ea|UNDERSOKNING_SKA_GORAS\n7 7.1=true",
                                today)));
        all.put(
                "doi.v1",
                List.of(
                        sample("DOI", "1.0", DEATH + CAUSE + CAUSE_END, today),
                        sample(
                                "DOI",
                                "1",
                                DEATH_CERTAIN
                                        + CAUSE
                                        + "11 11.1=false\n12 12.1=false\n13 13.1=f9051865-b97c-4ee3-98ab-db2b7a11176e|KLINISK_OBDUKTION",
                                today),
                        sample(
                                "DOI",
                                "1.0",
                                DEATH
                                        + "8 8.1=Okand\n11 11.1=2.16.840.1.113883.5.1008|NI\n12 12.1=false\n13 13.1=f9051865-b97c-4ee3-98ab-db2b7a11176e|RATTSMEDICINSK_OBDUKTION",
                                today)));
        all.put(
                "luse.v1",
                List.of(
                        sample("LUSE", "1.0", STATEMENT, today),
                        sample(
                                "LUSE",
                                "1",
                                without(STATEMENT, "4", "3", "45", "25", "26", "9001", "21")
                                        + "3 3.1=false\n45 45.1=false\n",
                                today)));
        all.put(
                "luae_na.v1",
                List.of(
                        sample("LUAE_NA", "1.0", STATEMENT + "24 24.1=Stod", today),
                        sample(
                                "LUAE_NA",
                                "1.1",
                                without(STATEMENT, "9001", "8", "45") + "45 45.1=0\n",
                                today)));
        String schooling =
                without(
                                STATEMENT, "5", "7", "45", "8", "9", "10", "11", "12", "13", "14",
                                "17", "18", "19", "20", "21", "22", "23")
                        + "15 15.1=Lang\n16 16.1=Mycket\n";
        all.put(
                "luae_fs.v1",
                List.of(
                        sample(
                                "LUAE_FS",
                                "1.0",
                                schooling.replace("ARBETSTERAPEUT", "SKOLHALSOVARD"),
                                today),
                        sample(
                                "LUAE_FS",
                                "1",
                                without(schooling, "3", "4", "26", "9001") + "3 3.1=false\n",
                                today)));
        all.put(
                "af00213.v1",
                List.of(
                        sample("AF00213", "1.0", IMPAIRMENT, today),
                        sample("AF00213", "1", "1 1.1=false\n4 4.1=0\n", today)));
        all.put(
                "af00251.v1",
                List.of(
                        sample("AF00251", "1.0", PROGRAMME, today),
                        sample("AF00251", "1", PROGRAMME_SHORT, today)));
        all.put(
                "tstrk1062.v1",
                List.of(
                        sample("TSTRK1062", "1.0", DRIVER + MEDICATED, today),
                        sample(
                                "TSTRK1062",
                                "1",
                                without(DRIVER, "51", "32", "33")
                                        + "52 52.1=Adhd; 52.2=~2014\n53 53.1=true\n54 54.1=0\n"
                                        + "59 59.1=2025-04-05; 59.2=Hjalpte inte\n"
                                        + "33#1 33.1=e889fa20-1dee-4f79-8b37-03853e75a9f8|VAR11\n",
                                today),
                        sample("TSTRK1062", "1.1", DRIVER + "53 53.1=false", today)));
        all.put(
                "tstrk1009.v1",
                List.of(
                        sample(
                                "TSTRK1009",
                                "1.0",
                                UNFIT
                                        + "1#1 1.1=e889fa20-1dee-4f79-8b37-03853e75a9f8|VAR1\n"
                                        + "1#2 1.1=e889fa20-1dee-4f79-8b37-03853e75a9f8|VAR18\n"
                                        + "49 49.1=true\n",
                                today),
                        sample(
                                "TSTRK1009",
                                "1",
                                UNFIT + "1#1 1.1=e889fa20-1dee-4f79-8b37-03853e75a9f8|VAR11\n",
                                today)));
        all.put(
                "tstrk1031.v4",
                List.of(
                        sample("TSTRK1031", "4.0", DIABETES_4, today),
                        sample(
                                "TSTRK1031",
                                "4",
                                without(DIABETES_4, "208", "209", "210", "200", "106", "34")
                                        .replace("207.1=true", "207.1=0"),
                                today)));
        all.put(
                "tstrk1031.v3",
                List.of(
                        sample("TSTRK1031", "3.0", DIABETES_3, today),
                        sample(
                                "TSTRK1031",
                                "3",
                                without(DIABETES_3, "41", "37", "106", "45", "1")
                                                .replace("109.3=true", "109.3=0")
                                                .replace("109.7=true", "109.7=0")
                                        + "1 1.1=%s|IAV11\n".formatted(ASKED_FOR),
                                today)));
        String basic = BASIC + ACUITY_7;
        all.put(
                "tstrk1007.v7",
                List.of(
                        sample("TSTRK1007", "7.0", basic, today),
                        sample(
                                "TSTRK1007",
                                "7",
                                without(basic, "8", "9", "34", "18").replace("17.1=true", "17.1=0")
                                        + "8 8.1=true\n",
                                today)));
        all.put(
                "tstrk1007.v6",
                List.of(
                        sample("TSTRK1007", "6.8", BASIC + ACUITY_6, today),
                        sample("TSTRK1007", "6", BASIC + "8 8.1=0.9; 8.2=1; 8.3=1.0\n", today)));
        return all;
    }

    private static final String IMPAIRMENT =
            """
            1 1.1=true; 1.2=Svag hand
            2 2.1=true; 2.2=Kan inte lyfta
            3 3.1=true; 3.2=Traning
            4 4.1=true; 4.2=Lattare uppgifter
            5 5.1=Inget mer
            """;

    private static final String PROGRAMME =
            """
            1#1 1.1=FKMU_0001|UNDERSOKNING; 1.2=2026-01-07
            1#2 1.1=FKMU_0001|ANNAT; 1.2=2026-01-05; 1.3=Samtal med handledare
            2 2.1=Kurs; 2.2=1.2.752.129.5.1.2|DELTID; 2.3=22.0{h}
            3 3.1=Svag hand
            4 4.1=Kan inte lyfta
            5 5.1=true; 5.2=Trott
            6#1 6.1=44.0{%}; 6.2=2026-01-07/2026-01-20
            6#2 6.1=33.0{%}; 6.2=2026-01-21/2026-02-10
            6#3 6.1=100{%}; 6.2=2026-02-10/2026-02-12
            7 7.1=true; 7.2=Pauser
            8 8.1=1.2.752.129.5.1.3|ATERGA_MED_ANPASSNING; 8.2=Hjalpmedel
            """;

    private static final String PROGRAMME_SHORT =
            """
            1#1 1.1=FKMU_0001|JOURNALUPPGIFTER; 1.2=2026-01-07
            2 2.1=Kurs; 2.2=1.2.752.129.5.1.2|HELTID
            3 3.1=Svag hand
            4 4.1=Kan inte lyfta
            5 5.1=false
            7 7.1=false
            8 8.1=1.2.752.129.5.1.3|KAN_EJ_ATERGA
            """;

    private static final String DRIVER =
            """
            1#1 1.1=24c41b8d-258a-46bf-a08a-b90738b28770|IAV1
            1#2 1.1=24c41b8d-258a-46bf-a08a-b90738b28770|IAV17
            2 2.1=e7cc8f30-a353-4c42-b17a-a189b6876647|IDK1
            51#1 51.1=1.2.752.116.1.1.1.1.3|F900; 51.2=Adhd; 51.3=~2015
            51#2 51.1=1.2.752.116.1.1.1.1.3|Z731; 51.3=~2017
            60 60.1=Lindrigt
            61 61.1=2.16.840.1.113883.5.1008|NI
            32 32.1=Inget mer
            33#1 33.1=e889fa20-1dee-4f79-8b37-03853e75a9f8|VAR12
            33#2 33.1=e889fa20-1dee-4f79-8b37-03853e75a9f8|VAR9
            """;

    private static final String MEDICATED =
            """
            53 53.1=true
            54 54.1=true
            55 55.1=Medicin
            56 56.1=true
            57 57.1=1
            58 58.1=false
            """;

    private static final String UNFIT =
            """
            2 2.1=e7cc8f30-a353-4c42-b17a-a189b6876647|IDK6
            46 46.1=1.2.752.129.5.1.4|SANNOLIK_OLAMPLIGHET
            47 47.1=Svimmar
            48 48.1=2026-01-07
            """;

    private static final String ASKED_FOR = "24c41b8d-258a-46bf-a08a-b90738b28770";

    private static final String ACUITY_7 =
            """
            8 8.1=false; 8.2=0.05; 8.3=0.7; 8.4=0.4; 8.5=0.8; 8.6=1.0; 8.7=1.0; 8.8=true
            9 9.1=false
            """;

    private static final String ACUITY_6 =
            """
            8 8.1=0.05; 8.2=0.7; 8.3=0.4; 8.4=0.8; 8.5=1.0; 8.6=1.0; 8.7=true
            9 9.1=false
            """;

    private static final String LICENCES = "e889fa20-1dee-4f79-8b37-03853e75a9f8";

    private static final String DIABETES_4 =
            """
            1#1 1.1=%1$s|VAR1
            1#2 1.1=%1$s|VAR12
            2 2.1=e7cc8f30-a353-4c42-b17a-a189b6876647|IDK1
            205 205.1=1.2.752.129.5.1.28|VN1
            35 35.1=~2010
            18 18.2=Annan
            207 207.1=true
            208 208.1=true
            209 209.1=true; 209.2=false; 209.3=true; 209.4=Kost
            210 210.1=~2012-03-01
            200 200.1=false; 200.2=Glomska
            201 201.1=true
            110 110.1=false
            202 202.1=true
            106 106.1=true; 106.2=~2025-10-30; 106.3=true; 106.5=false
            107 107.1=true; 107.3=true; 107.5=~2025-12-24
            203 203.1=true; 203.2=~2025-12-24
            204 204.1=false
            206 206.1=true; 206.2=Syn
            34 34.1=Ogon
            33#1 33.1=%1$s|VAR1
            33#2 33.1=%1$s|VAR12
            32 32.1=Inget
            """
                    .formatted(LICENCES);

    private static final String DIABETES_3 =
            """
            1#1 1.1=%2$s|IAV1
            1#2 1.1=%2$s|IAV11
            2 2.1=e7cc8f30-a353-4c42-b17a-a189b6876647|IDK1
            35 35.1=~2010
            18 18.1=1.2.752.116.1.1.1.1.3|E10
            109 109.1=false; 109.2=true; 109.3=true; 109.4=~2012; 109.5=true; 109.6=Kost; 109.7=true
            41 41.1=true
            37 37.1=true
            100 100.1=true
            110 110.1=false
            106 106.1=true; 106.2=~2025-10-30
            107 107.1=true; 107.2=~2025-12-24
            108 108.1=false
            103 103.1=false
            8 8.1=false; 8.2=0.05; 8.3=0.7; 8.4=0.4; 8.5=0.8; 8.6=1.0; 8.7=1.0
            32 32.1=Inget
            33#1 33.1=%1$s|VAR1
            33#2 33.1=%1$s|VAR12
            45 45.1=true
            34 34.1=Ogon
            """
                    .formatted(LICENCES, ASKED_FOR);

    private static final String BASIC =
            """
            1#1 1.1=%2$s|IAV1
            1#2 1.1=%2$s|IAV10
            2 2.1=e7cc8f30-a353-4c42-b17a-a189b6876647|IDK1
            3 3.1=false
            4 4.1=false
            5 5.1=false
            6 6.1=false
            7 7.1=false
            10 10.1=false
            11 11.1=false
            12 12.1=true; 12.2=Stel
            13 13.1=false
            14 14.1=false
            15 15.1=false
            16 16.1=true; 16.2=Tryck
            17 17.1=true
            18 18.1=1.2.752.116.1.1.1.1.3|E11
            19 19.1=true; 19.2=false
            20 20.1=false
            21 21.1=true; 21.2=Sommaren
            22 22.1=false
            23 23.1=false
            24 24.1=false
            25 25.1=false; 25.2=true; 25.3=false
            26 26.1=true; 26.2=Lite
            27 27.1=false
            28 28.1=false
            29 29.1=false
            30 30.1=true; 30.2=Sommaren; 30.3=Kiruna; 30.4=Brack
            31 31.1=true; 31.2=Lite
            32 32.1=Inget
            33#1 33.1=%1$s|VAR1
            33#2 33.1=%1$s|VAR10
            34 34.1=Ogon
            """
                    .formatted(LICENCES, ASKED_FOR);

    private static final String LIFE =
            """
            1#1 1.1=KV_FKMU_0001|UNDERSOKNING; 1.2=2026-01-07
            1#2 1.1=KV_FKMU_0001|ANNAT; 1.2=2026-01-05; 1.3=Samtal
            58#1 58.1=Hjartsvikt; 58.2=1.2.752.116.1.1.1.1.8|I50
            58#2 58.1=Stroke; 58.2=1.2.752.116.1.1.1.1.8|I639
            53 53.1=true
            """;

    private static final String DEATH_END =
            """
            5 5.1=true; 5.2=false
            6 6.1=false; 6.2=da46dd8c-b3f1-4e39-8d62-777d069213ea|UNDERSOKNING_GJORT; 6.3=2026-01-09
            7 7.1=false
            """;

    private static final String CAUSE_END =
            """
            11 11.1=true; 11.2=2026-01-02; 11.3=Brack
            12 12.1=true; 12.2=e5d1d1fb-d918-47b4-9e69-483d3be523ee|OLYCKSFALL; 12.3=2026-01-01; 12.4=Fall
            13 13.1=f9051865-b97c-4ee3-98ab-db2b7a11176e|KLINISK_OBDUKTION
            13 13.1=f9051865-b97c-4ee3-98ab-db2b7a11176e|UNDERSOKNING_FORE_DODEN
            14 14.1=Norge
            """;

    private static String without(String answers, String... questions) {
        StringBuilder kept = new StringBuilder();
        for (String line : answers.split("\n")) {
            if (!List.of(questions).contains(line.split("[# ]")[0])) {
                kept.append(line).append('\n');
            }
        }
        return kept.toString();
    }

    private static Sample sample(String type, String version, String answers, LocalDate today) {
        Document document = Xml.empty();
        Element register = document.createElementNS(REGISTER, "r:RegisterCertificate");
        document.appendChild(register);
        Element intyg = document.createElementNS(REGISTER, "r:intyg");
        register.appendChild(intyg);
        identifier(intyg, "intygs-id", "SE2321000016-H489", "1234567");
        Element kind = add(intyg, CERTIFICATE, "typ");
        text(kind, TYPES, "code", type);
        text(kind, TYPES, "codeSystem", "b64ea353-e8f6-4832-b563-fc7d46f29548");
        text(kind, TYPES, "displayName", type);
        text(intyg, CERTIFICATE, "version", version);
        text(intyg, CERTIFICATE, "signeringstidpunkt", "2026-01-12T15:48:05");
        text(intyg, CERTIFICATE, "skickatTidpunkt", "2026-01-12T15:48:05");
        Element patient = add(intyg, CERTIFICATE, "patient");
        identifier(patient, "person-id", "1.2.752.129.2.1.3.1", PATIENT);
        for (String name : List.of("fornamn", "efternamn", "postadress", "postnummer", "postort")) {
            text(patient, CERTIFICATE, name, "");
        }
        if (type.startsWith("D")) {
            Element source =
                    add(
                            patient,
                            "urn:riv:clinicalprocess:healthcond:certificate:3.2",
                            "kallaAdressuppgifter");
            text(source, TYPES, "code", "ANVANDARE");
            text(source, TYPES, "codeSystem", "4ade8de2-effe-41d0-b177-fedc820e69fa");
        }
        Element author = add(intyg, CERTIFICATE, "skapadAv");
        // as in public examples, no HSA-id
        identifier(author, "personal-id", "1.2.752.129.2.1.4.1", "19121212-1212");
        text(author, CERTIFICATE, "fullstandigtNamn", "Test Testsson");
        text(author, CERTIFICATE, "forskrivarkod", "09874321");
        Element title = add(author, CERTIFICATE, "befattning");
        text(title, TYPES, "code", "204010");
        text(title, TYPES, "codeSystem", "1.2.752.129.2.2.1.4");
        Element unit = add(author, CERTIFICATE, "enhet");
        identifier(unit, "enhets-id", "1.2.752.129.2.1.4.1", "SE2321000016-H489");
        identifier(unit, "arbetsplatskod", "1.2.752.29.4.71", "45312");
        text(unit, CERTIFICATE, "enhetsnamn", "Enheten");
        text(unit, CERTIFICATE, "postadress", "Gatan 1");
        text(unit, CERTIFICATE, "postnummer", "100 10");
        text(unit, CERTIFICATE, "postort", "Staden");
        text(unit, CERTIFICATE, "telefonnummer", "0812345678");
        text(unit, CERTIFICATE, "epost", "enhet@example.com");
        Element provider = add(unit, CERTIFICATE, "vardgivare");
        identifier(provider, "vardgivare-id", "1.2.752.129.2.1.4.1", "SE2321000016-39KJ");
        text(provider, CERTIFICATE, "vardgivarnamn", "Givaren");
        Element speciality = add(author, CERTIFICATE, "specialistkompetens");
        text(speciality, TYPES, "code", "N/A");
        text(speciality, TYPES, "displayName", "Kirurgi");
        answers.lines().filter(line -> !line.isBlank()).forEach(line -> answer(intyg, line, today));
        if (version.contains(".")) {
            space(register);
        }
        return new Sample(
                type + " " + version + ", " + answers.lines().count() + " answers", document);
    }

    /** Line breaks between elements, as most documents have them. */
    private static void space(Element element) {
        List<Element> children = Xml.children(element);
        if (!children.isEmpty()) {
            for (Element child : children) {
                element.insertBefore(child.getOwnerDocument().createTextNode("\n  "), child);
                space(child);
            }
            element.appendChild(element.getOwnerDocument().createTextNode("\n"));
        }
    }

    private static void answer(Element intyg, String line, LocalDate today) {
        String[] parts = line.split(" ", 2);
        String[] question = parts[0].split("#");
        Element answer = add(intyg, CERTIFICATE, "svar");
        answer.setAttribute("id", question[0]);
        if (question.length == 2) {
            text(answer, CERTIFICATE, "instans", question[1]);
        }
        for (String part : parts[1].split("; ")) {
            String[] named = part.split("=", 2);
            part(answer, named[0], named[1], today);
        }
    }

    /** Adds a part question with its value. */
    static void part(Element answer, String id, String value, LocalDate today) {
        Element part = add(answer, CERTIFICATE, "delsvar");
        part.setAttribute("id", id);
        if (value.contains("|")) {
            String[] coded = value.split("\\|", 2);
            Element cv = add(part, TYPES, "cv");
            text(cv, TYPES, "code", coded[1]);
            text(cv, TYPES, "codeSystem", coded[0]);
        } else if (value.matches("\\d{4}-\\d\\d-\\d\\d/\\d{4}-\\d\\d-\\d\\d")) {
            Element period = add(part, TYPES, "datePeriod");
            text(period, TYPES, "start", value.substring(0, 10));
            text(period, TYPES, "end", value.substring(11));
        } else if (value.matches("[\\d.]+\\{.*}")) {
            Element quantity = add(part, TYPES, "pq");
            int unit = value.indexOf('{');
            text(quantity, TYPES, "value", value.substring(0, unit));
            text(quantity, TYPES, "unit", value.substring(unit + 1, value.length() - 1));
        } else if (value.startsWith("~")) {
            Element partial = add(part, TYPES, "partialDate");
            text(partial, TYPES, "format", "YYYY-MM-DD".substring(0, value.length() - 1));
            text(partial, TYPES, "value", value.substring(1));
        } else if (value.startsWith("@")) {
            part.setTextContent(today.plusDays(Integer.parseInt(value.substring(1))).toString());
        } else {
            part.setTextContent(value);
        }
    }

    private static void identifier(Element parent, String name, String root, String extension) {
        Element identifier = add(parent, CERTIFICATE, name);
        text(identifier, TYPES, "root", root);
        text(identifier, TYPES, "extension", extension);
    }

    private static void text(Element parent, String namespace, String name, String value) {
        add(parent, namespace, name).setTextContent(value);
    }

    private static Element add(Element parent, String namespace, String name) {
        Element child =
                parent.getOwnerDocument()
                        .createElementNS(namespace, PREFIXES.get(namespace) + name);
        parent.appendChild(child);
        return child;
    }
}
