package se.ehealthsdk.hsa.contactcard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.xml.SwedishTime;
import se.ehealthsdk.hsa.TemporaryInformation;
import se.ehealthsdk.hsa.Unit;
import se.ehealthsdk.hsa.UnitPlace;
import se.ehealthsdk.hsa.VisitingAddress;
import se.ehealthsdk.hsa.VisitingRules;
import se.ehealthsdk.hsa.directory.UnitEntry;
import se.ehealthsdk.hsa.geodesy.GeoPoint;
import se.ehealthsdk.hsa.geodesy.Whereabouts;

/**
 * What 1177 (Hitta vård) shows of a unit, as far as it comes from HSA: the parts in order, each with its label in Swedish,
 * where in HSA it comes from, and who owns it. A preview: 1177 has no public interface, lays its card out itself, and adds
 * what {@link #fromElsewhere()} names.
 *
 * <pre>{@code
 * ContactCard card = ContactCard.of(unit, clock.instant());
 * page.append(card.html());
 * card.part(CardTopic.ROUTE).ifPresent(route -> show(route.lines(), route.attribute(), route.owner()));
 * }</pre>
 *
 * <p>Numbers for colleagues ({@code hsaTelephoneNumber}) and whom to ask about the post ({@code hsaDirectoryContact}) are
 * never on it. Whether the unit is shown at all is for {@link ContactCardCheck} to say.
 *
 * <p>Source: Hitta vård at Inera, the fields of {@code GetUnit} that are on the card.
 *
 * @param unit the unit's HSA-id
 * @param at the moment that it is the card of
 * @param parts what it says; parts without content are left out
 * @param point where the map shows the unit; empty if HSA has no coordinates that can be read and lie in
 *     Sweden
 */
public record ContactCard(HsaId unit, Instant at, List<CardPart> parts, Optional<GeoPoint> point) {

    /** Copies the list. */
    public ContactCard {
        parts = List.copyOf(parts);
    }

    /**
     * The card of a unit, owned as {@link CardOwnership#standard()} says.
     *
     * @param at the moment that dates are judged for
     */
    public static ContactCard of(Unit unit, Instant at) {
        return of(unit, at, CardOwnership.standard());
    }

    /** As {@link #of(Unit, Instant)}, of a unit as a directory has it. */
    public static ContactCard of(UnitEntry entry, Instant at) {
        return of(entry.unit(), at);
    }

    /**
     * The card of a unit.
     *
     * @param at the moment that dates are judged for
     * @param ownership who owns what
     */
    public static ContactCard of(Unit unit, Instant at, CardOwnership ownership) {
        return new Composer(unit, at, ownership).card();
    }

    /** The part about a topic; empty if the unit has nothing to say there. */
    public Optional<CardPart> part(CardTopic topic) {
        return parts.stream().filter(part -> part.topic() == topic).findFirst();
    }

    /** The name that the card stands under; empty text if the unit has none. */
    public String name() {
        return part(CardTopic.NAME).map(part -> part.lines().get(0)).orElse("");
    }

    /** What 1177 takes from other systems than HSA; for every unit the same list. */
    public List<OtherSource> fromElsewhere() {
        return List.of(OtherSource.values());
    }

    /**
     * This card with related units by name in place of HSA-id.
     *
     * @param names the names that are known; a unit that is not there keeps its HSA-id
     */
    public ContactCard withRelatedNames(Map<HsaId, String> names) {
        List<CardPart> named =
                parts.stream()
                        .map(
                                part ->
                                        part.topic() == CardTopic.RELATED_UNITS
                                                ? named(part, names)
                                                : part)
                        .toList();
        return new ContactCard(unit, at, named, point);
    }

    private static CardPart named(CardPart part, Map<HsaId, String> names) {
        List<String> lines =
                part.lines().stream()
                        .map(
                                line ->
                                        HsaId.tryParse(line)
                                                .map(names::get)
                                                .map(Composer::oneLine)
                                                .filter(name -> !name.isEmpty())
                                                .orElse(line))
                        .toList();
        return new CardPart(part.topic(), lines, part.owner());
    }

    /** The card as plain text in Swedish: the name, then each part with its lines set in. */
    public String text() {
        return CardRendering.text(this);
    }

    /**
     * The card as a piece of HTML in Swedish, for a preview within a page: a {@code section} of class {@code
     * contact-card}. Everything that comes from HSA is escaped; a web page becomes a link only if its address begins with
     * {@code http} or {@code https}.
     */
    public String html() {
        return CardRendering.html(this);
    }

    /** HSA-id and which parts. */
    @Override
    public String toString() {
        return "ContactCard["
                + unit
                + ", "
                + parts.stream().map(part -> part.topic().name()).toList()
                + "]";
    }

    /** Takes the parts out of a unit. */
    private static final class Composer {

        private static final String NO_UPPER_LIMIT = "99";

        private final Unit unit;
        private final Instant at;
        private final LocalDate date;
        private final CardOwnership ownership;
        private final List<CardPart> parts = new ArrayList<>();

        Composer(Unit unit, Instant at, CardOwnership ownership) {
            this.unit = unit;
            this.at = at;
            this.date = LocalDate.ofInstant(at, SwedishTime.ZONE);
            this.ownership = ownership;
        }

        ContactCard card() {
            UnitPlace place = unit.place();
            Optional<GeoPoint> point = place.coordinates().point().filter(Composer::isInSweden);
            add(CardTopic.NAME, Stream.of(oneLine(shownName()).replaceAll("\\s+", " ")));
            add(
                    CardTopic.TEMPORARY_INFORMATION,
                    unit.temporaryInformation().filter(this::isShown).stream()
                            .map(TemporaryInformation::text));
            add(CardTopic.TELEPHONE, unit.telephones().numbers().stream().map(Composer::national));
            hours();
            if (place.visitingAddress().isPresent()) {
                add(CardTopic.VISITING_ADDRESS, visiting(place.visitingAddress().get()));
            } else {
                add(CardTopic.STREET, place.street().stream());
            }
            add(CardTopic.MAP, point.stream().map(Composer::degrees));
            add(CardTopic.ROUTE, place.route().stream());
            add(CardTopic.INDOOR_ROUTE, place.indoorRoute().stream());
            VisitingRules rules = unit.visitingRules();
            add(CardTopic.AGES, rules.ages().stream().map(Composer::ages));
            add(CardTopic.VISITING_RULES, rules.visiting().stream());
            add(CardTopic.REFERRAL, rules.referral().stream());
            add(CardTopic.PATIENT_INFORMATION, unit.presentation().patientInformation().stream());
            add(CardTopic.ABOUT_US, unit.presentation().extraInformation().stream());
            add(CardTopic.WEB_PAGE, unit.presentation().webPage().stream());
            add(CardTopic.RELATED_UNITS, unit.relatedUnits().stream().map(HsaId::value));
            return new ContactCard(unit.hsaId(), at, parts, point);
        }

        private static boolean isInSweden(GeoPoint point) {
            return Whereabouts.of(point.latitude(), point.longitude()) == Whereabouts.IN_SWEDEN;
        }

        private String shownName() {
            return unit.publicName().isBlank() ? unit.name() : unit.publicName();
        }

        private void hours() {
            add(
                    CardTopic.TELEPHONE_HOURS,
                    SwedishHours.lines(unit.hours().telephone(), date).stream());
            add(CardTopic.SURGERY_HOURS, SwedishHours.lines(unit.hours().surgery(), date).stream());
            add(CardTopic.DROP_IN_HOURS, SwedishHours.lines(unit.hours().dropIn(), date).stream());
        }

        /** A date that cannot be read hides the text: whether its time has come cannot be told. */
        private boolean isShown(TemporaryInformation information) {
            boolean begun =
                    information.fromDate().isBlank()
                            || information
                                    .firstDate()
                                    .filter(first -> !date.isBefore(first))
                                    .isPresent();
            boolean lasting =
                    information.toDate().isBlank()
                            || information
                                    .lastDate()
                                    .filter(last -> !date.isAfter(last))
                                    .isPresent();
            return begun && lasting;
        }

        private void add(CardTopic topic, Stream<String> values) {
            List<String> lines =
                    values.flatMap(Composer::linesOf)
                            .map(Composer::oneLine)
                            .filter(line -> !line.isEmpty())
                            .distinct()
                            .toList();
            if (!lines.isEmpty()) {
                parts.add(new CardPart(topic, lines, ownership.ownerOf(topic.attribute(), unit)));
            }
        }

        private static Stream<String> linesOf(String text) {
            return Arrays.stream(text.split("\\R"));
        }

        /** What would move a cursor, turn the direction of text or end a line has no place in one. */
        private static String oneLine(String text) {
            return text.replaceAll("[\\p{Cc}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]", " ")
                    .strip();
        }

        private static String national(String number) {
            return number.startsWith("+46") ? "0" + number.substring(3) : number;
        }

        private static Stream<String> visiting(VisitingAddress address) {
            return Stream.of(address.streetLine(), address.town());
        }

        private static String degrees(GeoPoint point) {
            return String.format(Locale.ROOT, "%.5f, %.5f", point.latitude(), point.longitude());
        }

        private static String ages(VisitingRules.Age age) {
            String comment =
                    age.comment()
                            .filter(text -> !text.isBlank())
                            .map(text -> " (" + text.strip() + ")")
                            .orElse("");
            if (!age.from().matches("\\d{1,3}") || !age.to().matches("\\d{1,3}")) {
                return age.from() + "-" + age.to() + comment;
            }
            String from = age.from().replaceFirst("^0+(?=.)", "");
            String to = age.to().replaceFirst("^0+(?=.)", "");
            boolean open = age.to().equals(NO_UPPER_LIMIT);
            if (open) {
                return (from.equals("0") ? "Alla åldrar" : "Från " + from + " år") + comment;
            }
            return (from.equals(to) ? from : from + "-" + to) + " år" + comment;
        }
    }
}
