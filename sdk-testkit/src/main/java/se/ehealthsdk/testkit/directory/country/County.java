package se.ehealthsdk.testkit.directory.country;

import java.util.List;

/**
 * A county (län) and two of its municipalities, which are real; all that stands below it is made up.
 *
 * @param code two digits
 * @param share how many of a thousand units are there
 */
record County(String code, String name, int share, Town first, Town second) {

    /**
     * A municipality (kommun) and the middle of its town.
     *
     * @param code two digits: the part after the county's code
     */
    record Town(String code, String name, double latitude, double longitude) {}

    /** Statistics Sweden's codes of the twenty-one counties. */
    static final List<County> ALL =
            List.of(
                    of("01", "Stockholms län", 225, "80", "Stockholm", 59.30, 17.98, "81", "Södertälje", 59.19, 17.60),
                    of("03", "Uppsala län", 38, "80", "Uppsala", 59.86, 17.64, "81", "Enköping", 59.64, 17.08),
                    of("04", "Södermanlands län", 29, "80", "Nyköping", 58.76, 16.98, "84", "Eskilstuna", 59.37, 16.51),
                    of("05", "Östergötlands län", 45, "80", "Linköping", 58.41, 15.62, "81", "Norrköping", 58.59, 16.17),
                    of("06", "Jönköpings län", 35, "80", "Jönköping", 57.76, 14.17, "82", "Nässjö", 57.65, 14.69),
                    of("07", "Kronobergs län", 20, "80", "Växjö", 56.88, 14.80, "65", "Älmhult", 56.55, 14.14),
                    of("08", "Kalmar län", 24, "80", "Kalmar", 56.69, 16.32, "81", "Nybro", 56.75, 15.91),
                    of("09", "Gotlands län", 6, "80", "Gotland", 57.61, 18.33, "80", "Gotland", 57.45, 18.40),
                    of("10", "Blekinge län", 15, "80", "Karlskrona", 56.20, 15.57, "81", "Ronneby", 56.21, 15.28),
                    of("12", "Skåne län", 135, "80", "Malmö", 55.59, 13.04, "81", "Lund", 55.70, 13.20),
                    of("13", "Hallands län", 33, "80", "Halmstad", 56.69, 12.89, "82", "Falkenberg", 56.91, 12.52),
                    of("14", "Västra Götalands län", 165, "80", "Göteborg", 57.71, 11.99, "90", "Borås", 57.72, 12.94),
                    of("17", "Värmlands län", 27, "80", "Karlstad", 59.39, 13.51, "81", "Kristinehamn", 59.31, 14.11),
                    of("18", "Örebro län", 30, "80", "Örebro", 59.27, 15.20, "82", "Askersund", 58.88, 14.91),
                    of("19", "Västmanlands län", 27, "80", "Västerås", 59.61, 16.55, "83", "Köping", 59.51, 15.99),
                    of("20", "Dalarnas län", 28, "80", "Falun", 60.61, 15.63, "81", "Borlänge", 60.48, 15.42),
                    of("21", "Gävleborgs län", 28, "80", "Gävle", 60.67, 17.13, "81", "Sandviken", 60.62, 16.77),
                    of("22", "Västernorrlands län", 24, "80", "Härnösand", 62.63, 17.90, "81", "Sundsvall", 62.39, 17.29),
                    of("23", "Jämtlands län", 13, "80", "Östersund", 63.18, 14.66, "61", "Härjedalen", 62.03, 14.37),
                    of("24", "Västerbottens län", 27, "80", "Umeå", 63.83, 20.25, "82", "Skellefteå", 64.75, 20.94),
                    of("25", "Norrbottens län", 26, "80", "Luleå", 65.59, 22.13, "82", "Boden", 65.83, 21.68));

    private static County of(
            String code,
            String name,
            int share,
            String firstCode,
            String firstName,
            double firstLatitude,
            double firstLongitude,
            String secondCode,
            String secondName,
            double secondLatitude,
            double secondLongitude) {
        return new County(
                code,
                name,
                share,
                new Town(firstCode, firstName, firstLatitude, firstLongitude),
                new Town(secondCode, secondName, secondLatitude, secondLongitude));
    }
}
