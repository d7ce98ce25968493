package se.ehealthsdk.testkit.check;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules of HSA's contracts. */
final class DirectoryRules implements Watch {

    private static final Rule BOTH = Rules.of("hsa.both-keys");
    private static final Rule NO_KEY = Rules.of("hsa.key-missing");
    private static final Rule OLDER = Rules.of("hsa.older-generation");
    private static final Rule RETIRED = Rules.of("hsa.retired-contract");
    private static final Rule FEIGNED = Rules.of("hsa.feigned");
    private static final Rule SEARCH_BASE = Rules.of("hsa.search-base");
    private static final Rule PROFILE = Rules.of("hsa.profile");
    private static final Rule EXTENDED2 = Rules.of("hsa.profile.extended2");
    private static final Rule WIDE = Rules.of("hsa.profile.wide");
    private static final Rule RIGHTS = Rules.of("hsa.commission-rights");

    private static final Set<String> OLD =
            Set.of(
                    "urn:riv:infrastructure:directory:employee:GetEmployeeResponder:3",
                    "urn:riv:infrastructure:directory:employee:GetEmployeeIncludingProtectedPersonResponder:3",
                    "urn:riv:infrastructure:directory:organization:GetUnitResponder:4");
    private static final Set<String> OF_PEOPLE =
            Set.of("basic", "title", "contact", "full", "extended1");
    private static final Set<String> OF_UNITS = Set.of("basic", "extended", "extended2", "all");
    private static final Pattern DN =
            Pattern.compile("(?i)(?:o|ou|dc|c|cn|n|l)=[^=]+(?:,\\s*(?:o|ou|dc|c|cn|n|l)=[^=]+)*");
    private static final int LONGEST_DN = 350;

    private final Notes notes;
    private final String contract;
    private final Set<String> given = new HashSet<>();
    private final Set<String> profiles = new HashSet<>();

    DirectoryRules(Notes notes, String contract) {
        this.notes = notes;
        this.contract = contract;
    }

    @Override
    public void start(Place place) {
        if (place.depth() != 3) {
            return;
        }
        if (OLD.contains(contract)) {
            notes.add(OLDER, place, place.name());
        }
        if (contract.contains("GetPersonAuthorizedToSystem")) {
            notes.add(RETIRED, place, place.name());
        }
    }

    @Override
    public void text(Place place, String text) {
        String value = text.strip();
        if (!value.isEmpty()) {
            given.add(place.name());
        }
        switch (place.name()) {
            case "includeFeignedObject" -> {
                if (value.equals("true") || value.equals("1")) {
                    notes.add(FEIGNED, place);
                }
            }
            case "searchBase" -> {
                if (value.length() > LONGEST_DN || !DN.matcher(value).matches()) {
                    notes.add(SEARCH_BASE, place, value);
                }
            }
            case "profile" -> profile(place, value);
            case "commissionRights" -> {
                if (value.split(";", -1).length != 3) {
                    notes.add(RIGHTS, place, value);
                }
            }
            default -> {
                // no rule of its own
            }
        }
    }

    private void profile(Place place, String value) {
        String profile = value.toLowerCase(Locale.ROOT);
        profiles.add(profile);
        boolean known =
                contract.contains(":employee:")
                        ? OF_PEOPLE.contains(profile)
                        : !contract.contains(":organization:") || OF_UNITS.contains(profile);
        if (!known) {
            notes.add(PROFILE, place, value);
        } else if (profile.equals("all") || profile.equals("full")) {
            notes.add(WIDE, place, value);
        }
    }

    @Override
    public void end(Place place) {
        if (place.depth() != 3) {
            return;
        }
        if (profiles.contains("extended2") && profiles.size() == 1) {
            notes.add(EXTENDED2, place);
        }
        if (contract.contains(":GetEmployee")
                || contract.contains(":GetCredentialsForPerson")
                || contract.contains(":GetAdminCredentials")) {
            oneKey(place, "personHsaId", "personalIdentityNumber");
        } else if (contract.contains(":GetHealthCareProviderResponder")) {
            oneKey(place, "healthCareProviderHsaId", "healthCareProviderOrgNo");
        }
    }

    private void oneKey(Place place, String first, String second) {
        if (given.contains(first) && given.contains(second)) {
            notes.add(BOTH, place, first, second);
        } else if (!given.contains(first) && !given.contains(second)) {
            notes.add(NO_KEY, place, first, second);
        }
    }
}
