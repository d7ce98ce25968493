package se.ehealthsdk.benchmarks.discharge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.MunicipalityCode;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.event.Participant;
import se.ehealthsdk.discharge.event.Residence;

/** An invented region: its wards, health centres and municipalities. */
final class Region {

    private static final int WARDS = 40;
    private static final int CENTRES = 200;
    private static final int MUNICIPALITIES = 26;

    private final List<Participant> wards = units(CareParty.INPATIENT, "WARD", WARDS);
    private final List<Participant> centres = units(CareParty.OPEN_CARE, "VC", CENTRES);
    private final List<Municipality> municipalities = new ArrayList<>();

    Region() {
        for (int i = 0; i < MUNICIPALITIES; i++) {
            MunicipalityCode code = MunicipalityCode.of(String.format("01%02d", 14 + i));
            municipalities.add(
                    new Municipality(
                            code,
                            unit(CareParty.MUNICIPAL_SOCIAL_SERVICES, "SOC" + i, Optional.of(code)),
                            unit(CareParty.MUNICIPAL_HEALTH_CARE, "HSV" + i, Optional.of(code))));
        }
    }

    /** Where a patient lives, with the units that care. */
    record Municipality(MunicipalityCode code, Participant social, Participant nurses) {

        Residence residence() {
            return Residence.in(code);
        }
    }

    Participant ward(SplittableRandom random) {
        return wards.get(random.nextInt(wards.size()));
    }

    Participant centre(SplittableRandom random) {
        return centres.get(random.nextInt(centres.size()));
    }

    Municipality municipality(SplittableRandom random) {
        return municipalities.get(random.nextInt(municipalities.size()));
    }

    private static List<Participant> units(CareParty party, String name, int count) {
        List<Participant> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(unit(party, name + i, Optional.empty()));
        }
        return all;
    }

    private static Participant unit(
            CareParty party, String name, Optional<MunicipalityCode> municipality) {
        return new Participant(party, HsaId.of("SE2321000016-" + name), name, municipality);
    }
}
