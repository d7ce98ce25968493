package se.ehealthsdk.discharge.statistics;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import se.ehealthsdk.core.identifier.MunicipalityCode;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.identifier.Personnummer;
import se.ehealthsdk.discharge.DischargeCase;
import se.ehealthsdk.discharge.event.Availability;
import se.ehealthsdk.discharge.event.CareForm;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.event.Participant;
import se.ehealthsdk.discharge.event.Residence;
import se.ehealthsdk.discharge.payment.TestCase;

/** Cases of a made-up year in some municipalities of one county, from a seed. */
final class SampleCases {

    static final Map<MunicipalityCode, String> NAMES =
            Map.of(
                    MunicipalityCode.of("1480"), "Göteborg",
                    MunicipalityCode.of("1481"), "Mölndal",
                    MunicipalityCode.of("1490"), "Borås",
                    MunicipalityCode.of("1488"), "Trollhättan",
                    MunicipalityCode.of("1415"), "Stenungsund",
                    MunicipalityCode.of("1484"), "=cmd <b>&\"Lysekil\"");

    private static final List<MunicipalityCode> CODES = NAMES.keySet().stream().sorted().toList();
    private static final List<PersonId> PATIENTS =
            List.of(
                    Personnummer.of("191212121212"),
                    Personnummer.of("194001019217"),
                    Personnummer.of("201701012393"));

    private SampleCases() {}

    static List<DischargeCase> of(int count, long seed) {
        Random random = new Random(seed);
        List<DischargeCase> cases = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            cases.add(one(i, random));
        }
        return cases;
    }

    private static DischargeCase one(int i, Random random) {
        int place = random.nextInt(CODES.size() + 2);
        Residence residence =
                place < CODES.size()
                        ? Residence.in(CODES.get(place))
                        : place == CODES.size() ? Residence.UNKNOWN : Residence.in(TestCase.SOLNA);
        Participant unit =
                TestCase.municipal(
                        "SE2120000000-B" + place, residence.liable().orElse(CODES.get(0)));
        LocalDateTime ready =
                LocalDate.of(2023, 1, 1)
                        .plusDays(random.nextInt(360))
                        .atTime(8 + random.nextInt(9), random.nextInt(60));
        TestCase made =
                new TestCase("case-%06d".formatted(i), PATIENTS.get(random.nextInt(3)))
                        .residence(residence)
                        .municipality(unit)
                        .form(random.nextInt(6) == 0 ? CareForm.PSYCHIATRIC : CareForm.SOMATIC)
                        .needs(CareParty.OPEN_CARE, CareParty.MUNICIPAL_SOCIAL_SERVICES)
                        .admitted(
                                ready.minusDays(1 + random.nextInt(12)).toString(),
                                ready.minusHours(20).toString())
                        .read(unit, ready.minusHours(19 - random.nextInt(15)).toString());
        if (random.nextBoolean()) {
            made.sipNeeded();
            if (random.nextInt(5) > 0) {
                made.sipCalled(ready.plusHours(random.nextInt(100)).toString());
            }
        } else {
            made.noSip();
        }
        made.openCare(ready.toString(), Availability.Answer.CAN_RECEIVE).readyAt(ready.toString());
        if (random.nextInt(9) > 0) {
            made.read(unit, ready.plusMinutes(random.nextInt(900)).toString());
        }
        int days = (int) Math.abs(random.nextGaussian() * (1.6 + place * 0.65));
        if (random.nextInt(12) == 0) {
            made.withdrawn(ready.plusHours(2).toString()).readyAt(ready.plusHours(30).toString());
            days += 2;
        }
        if (random.nextInt(200) > 0) {
            made.discharged(ready.plusDays(days).plusHours(2).toString());
        }
        return made.build();
    }
}
