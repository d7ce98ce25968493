package se.ehealthsdk.hsa.contactcard;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.ehealthsdk.core.error.InvalidInputException;

/**
 * The name of a clinic for vaccination against covid by the naming standard: {@code Plats - vaccination covid – företag},
 * where the first dash is a hyphen and the second an en dash, each between blanks.
 *
 * <pre>{@code
 * VaccinationClinicName.of("Ängtorget", "Exempelvård AB").toString(); // Ängtorget - vaccination covid – Exempelvård AB
 * VaccinationClinicName.parse("Ängtorget – vaccination covid - Exempelvård AB").place(); // either dash in either place
 * }</pre>
 *
 * <p>The standard is told for covid alone; names for other vaccinations are not read.
 *
 * <p>Source: Region Stockholm, IT guide for vaccination clinics, 2021-06-07; length of {@code ou} in HSA.
 *
 * @param place where it is
 * @param company who runs it
 */
public record VaccinationClinicName(String place, String company) {

    /** How many characters a name may have. */
    public static final int MAX_LENGTH = CardLimit.NAME.most();

    private static final String MIDDLE = "vaccination covid";
    private static final String BLANKS = "[\\s\\u00a0]";
    private static final int ANY_CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern MIDDLE_ANYWHERE =
            Pattern.compile("vaccination" + BLANKS + "+covid", ANY_CASE);
    private static final Pattern FORM =
            Pattern.compile(
                    "(?<place>.*?)(?:^|(?<="
                            + BLANKS
                            + "))[-–]"
                            + BLANKS
                            + "+"
                            + MIDDLE_ANYWHERE.pattern()
                            + BLANKS
                            + "+[-–](?:$|(?="
                            + BLANKS
                            + "))(?<company>.*)",
                    ANY_CASE);

    /**
     * Removes blanks around the parts.
     *
     * @throws InvalidInputException if a part is missing, holds a line break or the words between the dashes, or the whole
     *     is longer than {@link #MAX_LENGTH} characters
     */
    public VaccinationClinicName {
        place = part("place", place);
        company = part("company", company);
        String whole = write(place, company);
        int length = whole.codePointCount(0, whole.length());
        if (length > MAX_LENGTH) {
            throw new InvalidInputException(
                    "vaccinationClinicName",
                    "is " + length + " characters long",
                    "at most " + MAX_LENGTH + " characters in all");
        }
    }

    private static String part(String field, String text) {
        String part = text.replace('\u00a0', ' ').strip();
        if (part.isEmpty()) {
            throw new InvalidInputException(
                    field, "is missing", "Plats - vaccination covid – företag");
        }
        if (part.matches("(?s).*[\\p{Cc}\\u2028\\u2029].*")) {
            throw new InvalidInputException(
                    field,
                    "holds a line break or another control character",
                    "plain text on one line");
        }
        if (MIDDLE_ANYWHERE.matcher(part).find()) {
            throw new InvalidInputException(
                    field, "holds the words \"" + MIDDLE + "\"", "the part alone, without them");
        }
        return part;
    }

    /**
     * The name of a clinic.
     *
     * @throws InvalidInputException as the constructor
     */
    public static VaccinationClinicName of(String place, String company) {
        return new VaccinationClinicName(place, company);
    }

    /**
     * Reads a name: a hyphen or an en dash in either place, blanks around each, the words between them in any case.
     *
     * @throws InvalidInputException if it has not the form, lacks a part or is too long
     */
    public static VaccinationClinicName parse(String name) {
        Matcher matcher = FORM.matcher(name.strip());
        if (!matcher.matches()) {
            throw new InvalidInputException(
                    "vaccinationClinicName",
                    "has not the form of the naming standard",
                    "Plats - vaccination covid – företag, with blanks around the dashes");
        }
        return new VaccinationClinicName(matcher.group("place"), matcher.group("company"));
    }

    /** As {@link #parse}, empty if it is no such name. */
    public static Optional<VaccinationClinicName> tryParse(String name) {
        try {
            return Optional.of(parse(name));
        } catch (InvalidInputException notOne) {
            return Optional.empty();
        }
    }

    /** Whether a name is, or tries to be, that of a clinic for vaccination against covid. */
    static boolean looksLike(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.contains("vaccination") && lower.contains("covid");
    }

    /** Exactly the form of the standard: a hyphen first, an en dash last. */
    @Override
    public String toString() {
        return write(place, company);
    }

    private static String write(String place, String company) {
        return place + " - " + MIDDLE + " – " + company;
    }
}
