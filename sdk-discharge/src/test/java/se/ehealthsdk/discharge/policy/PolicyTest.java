package se.ehealthsdk.discharge.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.discharge.event.CareForm;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.event.HomeReadyItem;

class PolicyTest {

    @ParameterizedTest
    @CsvSource({
        "2018-01-01, act-2018, 30",
        "2018-12-31, act-2018, 30",
        "2019-01-01, act-2019, 3",
        "2019-12-31, act-2019, 3",
        "2020-01-01, act-2020, 3",
        "2025-06-30, act-2020, 3",
        "2025-07-01, act-2025, 3",
        "2031-02-28, act-2025, 3"
    })
    void act_onADay_isTheVersionOfThatDay(LocalDate day, String id, int psychiatricDays) {
        Policy act = Policy.act(day);

        assertThat(act.id()).isEqualTo(id);
        assertThat(act.payment().days(CareForm.PSYCHIATRIC)).isEqualTo(psychiatricDays);
        assertThat(act.payment().days(CareForm.SOMATIC)).isEqualTo(3);
    }

    @Test
    void act_beforeItCameIntoForce_isRefused() {
        assertThatThrownBy(() -> Policy.act(LocalDate.of(2017, 12, 31)))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.field()).isEqualTo("day"));
    }

    @Test
    void act_saysWhatTheLawSays() {
        Policy act = Policy.act();

        assertThat(act.id()).isEqualTo("act-2025");
        assertThat(act.deadlines().admissionNotice()).isEqualTo(Duration.ofHours(24));
        assertThat(act.deadlines().estimateChange()).isEmpty();
        assertThat(act.deadlines().sipCallDays()).isEqualTo(3);
        assertThat(act.deadlines().sipCallMovesToWorkday()).isFalse();
        assertThat(act.payment().cutoff()).isEqualTo(LocalTime.NOON);
        assertThat(act.payment().cutoffItselfIsLate()).isFalse();
        assertThat(act.payment().average()).isEmpty();
        assertThat(act.payment().activation()).isEqualTo(PaymentTerms.Activation.ACTIVE);
        assertThat(act.consent().admissionNotice()).isEqualTo(ConsentTerms.Need.NONE);
        assertThat(act.consent().sip()).isEqualTo(ConsentTerms.Need.GIVEN);
        assertThat(act.roles().senders("sipCall")).containsExactly(CareParty.OPEN_CARE);
    }

    @Test
    void stockholm_differsFromTheAct_andSaysWhatIsNotConfirmed() {
        Policy stockholm = Policy.stockholm2020();

        assertThat(stockholm.payment().days(CareForm.SOMATIC)).isEqualTo(3);
        assertThat(stockholm.payment().days(CareForm.PSYCHIATRIC)).isEqualTo(5);
        assertThat(stockholm.payment().cutoffItselfIsLate()).isTrue();
        assertThat(stockholm.payment().average().orElseThrow().level()).isEmpty();
        assertThat(stockholm.fallback().paperOtherwise()).isFalse();
        assertThat(stockholm.fallback().counties()).containsExactly("01");
        assertThat(stockholm.documentStatus()).isEqualTo(DocumentStatus.NOT_A_RECORD);
        assertThat(stockholm.unconfirmed())
                .containsKeys(
                        "payment.activation", "payment.average.level", "payment.psychiatricDays");
        assertThat(stockholm.origin("payment.cutoffItselfIsLate").isConfirmed()).isTrue();
        assertThat(stockholm.deadlines()).isEqualTo(Policy.act().deadlines());
    }

    @Test
    void vastraGotaland_hasAMeanOfThree_andSevenForSingleCases() {
        PaymentTerms.Average average =
                Policy.vastraGotaland2020().payment().average().orElseThrow();

        assertThat(average.level()).contains(new BigDecimal("3"));
        assertThat(average.individualAfterDays()).isEqualTo(OptionalInt.of(7));
        assertThat(Policy.vastraGotaland2020().documentStatus())
                .isEqualTo(DocumentStatus.RECORD_DOCUMENT);
    }

    @Test
    void skane_hasAMeanOfThree() {
        PaymentTerms.Average average = Policy.skane().payment().average().orElseThrow();

        assertThat(average.level()).contains(new BigDecimal("3"));
        assertThat(average.individualAfterDays()).isEmpty();
    }

    @Test
    void all_haveIdsOfTheirOwn_andAreFoundByThem() {
        assertThat(Policy.all()).extracting(Policy::id).doesNotHaveDuplicates().hasSize(7);
        assertThat(Policy.all())
                .allSatisfy(each -> assertThat(Policy.byId(each.id())).isSameAs(each));
        assertThatThrownBy(() -> Policy.byId("atlantis"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("stockholm-2020");
    }

    @Test
    void with_anotherValue_changesItAndItsOrigin() {
        Policy changed =
                Policy.stockholm2020()
                        .with("payment.average.level", new BigDecimal("2.5"), DECIDED)
                        .with("payment.activation", PaymentTerms.Activation.ACTIVE, DECIDED)
                        .with("payment.cutoff", LocalTime.of(13, 0), DECIDED)
                        .with("deadlines.acknowledgement", Duration.ofHours(8), DECIDED)
                        .with("gates.homeReadyItems", List.of(HomeReadyItem.AIDS_IN_PLACE), DECIDED)
                        .with("payment.lateNoticeDays", 2, DECIDED);

        assertThat(changed.payment().average().orElseThrow().level())
                .contains(new BigDecimal("2.5"));
        assertThat(changed.payment().cutoff()).isEqualTo(LocalTime.of(13, 0));
        assertThat(changed.payment().lateNoticeDays()).isEqualTo(2);
        assertThat(changed.deadlines().acknowledgement()).contains(Duration.ofHours(8));
        assertThat(changed.gates().homeReadyItems()).containsExactly(HomeReadyItem.AIDS_IN_PLACE);
        assertThat(changed.origin("payment.cutoff")).isEqualTo(DECIDED);
        assertThat(changed.unconfirmed()).doesNotContainKey("payment.average.level");
        assertThat(Policy.stockholm2020().payment().average().orElseThrow().level()).isEmpty();
        assertThat(
                        changed.without("deadlines.acknowledgement", DECIDED)
                                .deadlines()
                                .acknowledgement())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "payment.cutof, 12:00",
        "payment.cutoff, noon",
        "payment.somaticDays, three",
        "payment.activation, PERHAPS",
        "deadlines.admissionNotice, -PT1H",
        "deadlines.admissionNotice, P1000D",
        "fallback.counties, 01"
    })
    void with_aWrongKeyOrValue_isRefusedByName(String key, String value) {
        assertThatThrownBy(() -> Policy.act().with(key, value, DECIDED))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.field()).isEqualTo("policy." + key));
    }

    @Test
    void without_aValueThatHasToBe_isRefused() {
        assertThatThrownBy(() -> Policy.act().without("payment.somaticDays", DECIDED))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("payment.somaticDays");
    }

    @Test
    void read_ofAFileOfOnesOwn_holdsWhatDiffers(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("halland.json"), HALLAND);

        Policy halland = Policy.read(file);

        assertThat(halland.id()).isEqualTo("halland");
        assertThat(halland.parent()).contains("act-2025");
        assertThat(halland.deadlines().planningStart()).contains(Duration.ofHours(48));
        assertThat(halland.deadlines().admissionNotice()).isEqualTo(Duration.ofHours(24));
        assertThat(halland.roles().senders("sipCall"))
                .containsExactlyInAnyOrder(CareParty.OPEN_CARE, CareParty.INPATIENT);
        assertThat(halland.roles().senders("readyNotice")).containsExactly(CareParty.INPATIENT);
        assertThat(halland.tracks())
                .containsExactly(
                        new Track("blue", "Blått spår", Set.of("admissionNotice", "readyNotice")));
        assertThat(halland.onTrack("blue").track()).isPresent();
        assertThat(halland.rules())
                .singleElement()
                .satisfies(
                        rule -> {
                            assertThat(rule.id()).isEqualTo("HALLAND-1");
                            assertThat(rule.by()).isEqualTo(CareParty.MUNICIPAL_SOCIAL_SERVICES);
                            assertThat(rule.within()).isEqualTo(Duration.ofHours(48));
                        });
        assertThatThrownBy(() -> halland.onTrack("pink"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("blue");
    }

    @Test
    void read_ofAFileThatExtendsOnesOwn_findsIt() throws IOException {
        Policy halland = Policy.read(stream(HALLAND));

        Policy hospital =
                Policy.read(
                        stream(
                                """
                                {"id": "hospital", "name": "Ett sjukhus", "extends": "halland", "from": "2026-01-01"}
                                """),
                        List.of(halland));

        assertThat(hospital.deadlines()).isEqualTo(halland.deadlines());
        assertThat(hospital.rules()).isEqualTo(halland.rules());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"deadlines\" | \"deadlnes\" | policy.deadlnes",
                "\"planningStart\" | \"planningStat\" | policy.deadlines.planningStat",
                "\"value\": \"PT48H\" | \"valu\": \"PT48H\" | policy.deadlines.planningStart.valu",
                "\"value\": \"PT48H\", | '' | policy.deadlines.planningStart.value",
                "\"PT48H\", \"source\" | \"two days\", \"source\" | policy.deadlines.planningStart",
                "\"PT48H\", \"source\" | 48, \"source\" | policy.deadlines.planningStart",
                "\"source\": \"HAL\", \"confidence\" | \"source\": \"WHO\", \"confidence\" | policy.deadlines.planningStart.source",
                "\"SECONDARY\" | \"SURE\" | policy.deadlines.planningStart.confidence",
                "\"INPATIENT\" | \"HOSPITAL\" | policy.roles.sipCall",
                "\"sipCall\" | \"sipcal\" | policy.roles.sipcal",
                "\"owes\" | \"owns\" | policy.rules.HALLAND-1.owns",
                "\"PT48H\", \"sv\" | \"soon\", \"sv\" | policy.rules.HALLAND-1",
                "\"en\": | \"eng\": | policy.rules.HALLAND-1.eng",
                "\"steps\" | \"step\" | policy.tracks.blue.step",
                "2023-01-01 | 2023-02-30 | policy.from",
                "\"act-2025\" | \"act-1999\" | policy.extends",
                "\"id\" | \"ident\" | policy.id",
                "\"Blått spår\" | 7 | policy.tracks.blue.name"
            })
    void read_ofAFileWithAMistake_namesTheKey(String right, String wrong, String key) {
        assertThat(HALLAND).contains(right);

        assertThatThrownBy(() -> Policy.read(stream(HALLAND.replace(right, wrong))))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.field()).isEqualTo(key));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{\"id\": \"a\", \"id\": \"b\"}",
                "{} {}",
                "{\"id\": nul}",
                "{\"id\": [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
                "{\"id\": 1e999999999}",
                "{\"payment\": {\"somaticDays\": {\"value\": 1e9999999, \"source\": \"A\"}}}",
                "\u0000"
            })
    void read_ofWhatIsNoPolicy_isRefused(String text) {
        assertThatThrownBy(() -> Policy.read(stream(text)))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void read_ofTheWholeActWithoutAKey_namesIt() throws IOException {
        try (InputStream in = Policy.class.getResourceAsStream("act-2018.json")) {
            String act = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String without = act.replaceFirst("\"sipCallDays\": .*\n", "");

            assertThat(Policy.read(stream(act))).isEqualTo(Policy.psychiatricTransition2018());
            assertThatThrownBy(() -> Policy.read(stream(without)))
                    .isInstanceOfSatisfying(
                            InvalidInputException.class,
                            refused ->
                                    assertThat(refused.field())
                                            .isEqualTo("policy.deadlines.sipCallDays"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "R10, 2026-01-01, 4 kap. 3 § lag (2017:612)",
        "sip, 2025-06-30, 2 kap. 7 § socialtjänstlagen (2001:453)",
        "sip, 2025-07-01, 10 kap. 8 § andra stycket och 9 § socialtjänstlagen (2025:400)"
    })
    void legalReference_onADay_isWhatStoodThen(String topic, LocalDate day, String expected) {
        assertThat(LegalReference.at(topic, day)).hasToString(expected);
    }

    @Test
    void legalReference_ofAnUnknownTopicOrTooEarly_isRefused() {
        assertThatThrownBy(() -> LegalReference.at("R99", LocalDate.of(2026, 1, 1)))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> LegalReference.at("R1", LocalDate.of(2017, 12, 31)))
                .isInstanceOf(InvalidInputException.class);
    }

    private static final Origin DECIDED = Origin.ownDecision("agreed in the region's board");

    private static final String HALLAND =
            """
            {
              "id": "halland", "name": "Halland", "extends": "act-2025", "from": "2023-01-01",
              "sources": {"HAL": "Trygg och effektiv utskrivning"},
              "deadlines": {
                "planningStart": {"value": "PT48H", "source": "HAL", "confidence": "SECONDARY"}
              },
              "roles": {
                "sipCall": {"value": ["OPEN_CARE", "INPATIENT"], "source": "HAL", "confidence": "INFERRED"}
              },
              "tracks": {
                "blue": {"value": {"name": "Blått spår", "steps": ["admissionNotice", "readyNotice"]},
                         "source": "HAL", "confidence": "INFERRED"}
              },
              "rules": {
                "HALLAND-1": {"value": {"after": "admissionNotice", "by": "MUNICIPAL_SOCIAL_SERVICES",
                                        "owes": "planning", "within": "PT48H", "sv": "Kommunen fyller i underlaget.",
                                        "en": "The municipality fills in the planning basis."},
                              "source": "HAL", "confidence": "INFERRED", "note": "An example."}
              }
            }
            """;

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
