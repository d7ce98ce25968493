package se.ehealthsdk.testkit.check;

import java.util.Set;
import java.util.regex.Pattern;

/** The rules of itintegration:engagementindex 1.0. */
final class EngagementRules implements Watch {

    private static final Rule DELETE = Rules.of("index.delete.most-recent");
    private static final Rule TIME = Rules.of("index.time");
    private static final Rule CATEGORIZATION = Rules.of("index.categorization");
    private static final Rule NOT_APPLICABLE = Rules.of("index.not-applicable");
    private static final Rule RESERVE = Rules.of("index.reserve-number");

    private static final String LOGISTICS = "riv:clinicalprocess:logistics:logistics";
    private static final Set<String> OF_LOGISTICS = Set.of("cll-cp", "vko", "cll-cs");
    private static final Pattern FOURTEEN = Pattern.compile("[0-9]{14}");
    private static final Pattern RESERVE_NUMBER =
            Pattern.compile("[0-9]{4,8}[0-9A-Z]*[A-Z][0-9A-Z]*");

    private final Notes notes;
    private boolean deletes;
    private boolean dated;
    private String domain = "";
    private String categorization = "";

    EngagementRules(Notes notes) {
        this.notes = notes;
    }

    @Override
    public void start(Place place) {
        if (place.name().equals("engagementTransaction")) {
            deletes = false;
            dated = false;
            domain = "";
            categorization = "";
        }
    }

    @Override
    public void text(Place place, String text) {
        String value = text.strip();
        switch (place.name()) {
            case "deleteFlag" -> deletes = value.equals("true") || value.equals("1");
            case "serviceDomain" -> domain = value;
            case "categorization" -> {
                categorization = value;
                if (domain.equals(LOGISTICS) && !OF_LOGISTICS.contains(value)) {
                    notes.add(CATEGORIZATION, place, value);
                }
            }
            case "businessObjectInstanceIdentifier", "clinicalProcessInterestId" -> {
                if (categorization.equals("cll-cp") && !value.equals("NA")) {
                    notes.add(NOT_APPLICABLE, place, place.name());
                }
            }
            case "registeredResidentIdentification" -> {
                if (RESERVE_NUMBER.matcher(value).matches()) {
                    notes.add(RESERVE, place);
                }
            }
            case "mostRecentContent" -> {
                dated = !value.isEmpty();
                time(place, value);
            }
            case "creationTime", "updateTime" -> time(place, value);
            default -> {
                // no rule of its own
            }
        }
    }

    private void time(Place place, String value) {
        if (!FOURTEEN.matcher(value).matches()) {
            notes.add(TIME, place, value);
        }
    }

    @Override
    public void end(Place place) {
        if (place.name().equals("engagementTransaction") && deletes && !dated) {
            notes.add(DELETE, place);
        }
    }
}
