package se.ehealthsdk.testkit.check;

/** The rules of GetCarePlans 2. */
final class CarePlanRules implements Watch {

    private static final Rule ADDRESS = Rules.of("careplans.source-address");
    private static final Rule CONTACT = Rules.of("careplans.contact-without-source");
    private static final Rule RESERVE = Rules.of("careplans.reserve-number");
    private static final Rule PERIOD = Rules.of("careplans.period");

    /** The aggregating service, which may be asked for one source. */
    private static final String AGGREGATOR = "SERVICES";

    private final Notes notes;
    private final String address;
    private String source = "";
    private String type = "";
    private String id = "";
    private String start = "";
    private boolean contact;

    CarePlanRules(Notes notes, String address) {
        this.notes = notes;
        this.address = address.strip();
    }

    @Override
    public void text(Place place, String text) {
        String value = text.strip();
        switch (place.name()) {
            case "sourceSystemHSAId" -> source = value;
            case "careContactId" -> contact = true;
            case "start" -> start = value;
            case "end" -> {
                if (place.parent().equals("datePeriod") && value.compareTo(start) < 0) {
                    notes.add(PERIOD, place);
                }
            }
            case "id" -> id = place.parent().equals("patientId") ? value : id;
            case "type" -> type = place.parent().equals("patientId") ? value : type;
            default -> {
                // no rule of its own
            }
        }
    }

    @Override
    public void end(Place place) {
        if (place.depth() != 3) {
            return;
        }
        if (source.isEmpty()) {
            if (contact) {
                notes.add(CONTACT, place);
            }
            if (Identifiers.isReserve(type, id)) {
                notes.add(RESERVE, place);
            }
        } else if (!source.equalsIgnoreCase(address) && !address.contains(AGGREGATOR)) {
            notes.add(ADDRESS, place, source);
        }
    }
}
