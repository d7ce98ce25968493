package se.ehealthsdk.hsa;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A postal address, in the forms that the directory has it: free lines (the older form), parts (the
 * newer), or both. {@link #printedLines()} and {@link #postalTown()} work with either.
 *
 * <p>Source: {@code AddressType}, {@code StructuredPostalAddressType} and {@code postalCode} of the
 * domains {@code infrastructure:directory:employee} and {@code organization}.
 *
 * @param lines the free lines, at most six of 30 characters in the directory; empty if there are none
 * @param postalCode the postal code where the directory has it as a field of its own
 * @param parts the address in parts
 */
public record PostalAddress(
        List<String> lines, Optional<String> postalCode, Optional<Parts> parts) {

    private static final Pattern TOWN_LINE =
            Pattern.compile("(?:SE?-?\\s?)?(\\d{3})\\s?(\\d{2})\\s+(\\S.*)");

    /** Copies the list. */
    public PostalAddress {
        lines = List.copyOf(lines);
    }

    /** An address of free lines. */
    public static PostalAddress ofLines(List<String> lines) {
        return new PostalAddress(lines, Optional.empty(), Optional.empty());
    }

    /** An address in parts. */
    public static PostalAddress of(Parts parts) {
        return new PostalAddress(List.of(), Optional.empty(), Optional.of(parts));
    }

    /** The lines to print: the free lines if there are any, else lines made of the parts. */
    public List<String> printedLines() {
        return lines.isEmpty() ? parts.map(Parts::lines).orElse(List.of()) : lines;
    }

    /**
     * Postal code and town: those of the parts, else of the last free line when that reads {@code 12345
     * Town} or {@code 123 45 Town}.
     *
     * @return empty if neither is there; {@link #postalCode()} may still be
     */
    public Optional<PostalTown> postalTown() {
        return parts.map(Parts::postalTown).or(this::townOfLastLine);
    }

    private Optional<PostalTown> townOfLastLine() {
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        Matcher matcher = TOWN_LINE.matcher(lines.get(lines.size() - 1).strip());
        return matcher.matches()
                ? Optional.of(new PostalTown(matcher.group(1) + matcher.group(2), matcher.group(3)))
                : Optional.empty();
    }

    /**
     * A postal address in parts.
     *
     * @param addressees who it is addressed to, one line each
     * @param street the street or the box
     * @param premisesNumber the number in the street
     * @param premisesLetter the letter after the number
     * @param postCode the postal code as the directory has it
     * @param town the postal town
     */
    public record Parts(
            List<String> addressees,
            Optional<String> street,
            Optional<String> premisesNumber,
            Optional<String> premisesLetter,
            String postCode,
            String town) {

        /** Copies the list. */
        public Parts {
            addressees = List.copyOf(addressees);
        }

        List<String> lines() {
            var lines = new ArrayList<>(addressees);
            String streetLine =
                    VisitingAddress.streetLine(street.orElse(""), premisesNumber, premisesLetter);
            if (!streetLine.isEmpty()) {
                lines.add(streetLine);
            }
            lines.add((postCode + " " + town).strip());
            return lines;
        }

        PostalTown postalTown() {
            return new PostalTown(postCode.replace(" ", ""), town);
        }
    }

    /**
     * The last line of an address.
     *
     * @param postCode the postal code without blanks, five digits within Sweden
     * @param town the postal town (postort)
     */
    public record PostalTown(String postCode, String town) {}
}
