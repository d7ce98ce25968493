package se.ehealthsdk.discharge.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ehealthsdk.discharge.Acceptance;
import se.ehealthsdk.discharge.DischargeCase;
import se.ehealthsdk.discharge.json.CaseImport;
import se.ehealthsdk.discharge.json.CaseJson;
import se.ehealthsdk.discharge.policy.Policy;

/** Cases as JSON whose outcome was worked out by hand, with a calendar. */
class ByHandTest {

    private static final Acceptance AFTERWARDS =
            Acceptance.at(Instant.parse("2030-01-01T00:00:00Z"));
    private static final LocalDate AS_OF = LocalDate.of(2029, 12, 31);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # case                              | policy     | status  | first      | days | exempt | amount | blockers
            summer-time-exactly-noon            | act-2020   | LIABLE  | 2023-03-27 | 2 | 0 | 21000 |
            summer-time-second-after-noon       | act-2020   | LIABLE  | 2023-03-28 | 1 | 0 | 10500 |
            winter-time-second-before-noon      | act-2020   | LIABLE  | 2022-10-31 | 2 | 0 | 18600 |
            winter-time-after-noon              | act-2019   | LIABLE  | 2019-10-29 | 2 | 0 | 15600 |
            leap-day                            | act-2020   | LIABLE  | 2020-03-01 | 2 | 0 | 16400 |
            no-leap-day                         | act-2020   | LIABLE  | 2023-03-01 | 1 | 0 | 10500 |
            new-year-two-rates                  | act-2019   | LIABLE  | 2019-12-31 | 2 | 0 | 16000 |
            new-year-into-a-year-without-rate   | act-2020   | UNPRICED| 2020-12-31 | 2 | 0 |       | RATE_MISSING
            last-second-of-the-month            | act-2020   | LIABLE  | 2023-06-04 | 2 | 0 | 21000 |
            midnight                            | act-2020   | LIABLE  | 2023-06-04 | 1 | 0 | 10500 |
            notice-24-hours-over-summer-time    | act-2020   | LIABLE  | 2023-03-30 | 1 | 0 | 10500 |
            notice-24-hours-and-a-second        | act-2020   | BLOCKED |            | 0 | 0 |       | LATE_ADMISSION_NOTICE
            need-judged-later-easter            | act-2020   | LIABLE  | 2023-04-10 | 1 | 0 | 10500 |
            sip-call-last-second-of-day-3       | act-2020   | LIABLE  | 2023-05-08 | 2 | 0 | 21000 |
            sip-call-first-second-of-day-4      | act-2020   | BLOCKED |            | 0 | 0 |       | LATE_SIP_CALL
            withdrawn-and-ready-the-same-day    | act-2020   | LIABLE  | 2023-02-05 | 2 | 0 | 21000 |
            withdrawn-for-good                  | act-2020   | BLOCKED |            | 0 | 0 |       | READY_NOTICE_WITHDRAWN
            open-care-could-not-from-a-day-gone | act-2020   | LIABLE  | 2023-03-09 | 1 | 5 | 10500 |
            two-units-one-cannot-for-a-while    | act-2020   | LIABLE  | 2023-03-09 | 2 | 3 | 21000 |
            placing-municipality-not-told       | act-2020   | BLOCKED |            | 0 | 0 |       | ADMISSION_NOTICE_NOT_TO_MUNICIPALITY READY_NOTICE_NOT_TO_MUNICIPALITY
            no-municipality                     | act-2020   | BLOCKED |            | 0 | 0 |       | MUNICIPALITY_UNKNOWN
            death                               | act-2020   | LIABLE  | 2023-03-09 | 2 | 0 | 21000 |
            moved-on-the-first-day              | act-2020   | NO_DAYS |            | 0 | 0 | 0     |
            ready-on-paper                      | act-2020   | LIABLE  | 2023-03-09 | 2 | 0 | 21000 |
            compulsory-care-2018                | act-2018   | UNPRICED| 2018-12-15 | 2 | 0 |       | RATE_MISSING
            psychiatric-2018-into-2019          | act-2018   | LIABLE  | 2019-01-19 | 2 | 0 | 15600 |
            patient-says-no-to-sip              | act-2020   | LIABLE  | 2023-03-09 | 1 | 0 | 10500 |
            discharge-corrected                 | act-2020   | LIABLE  | 2023-03-09 | 2 | 0 | 21000 |
            ready-voided-and-sent-anew          | act-2020   | LIABLE  | 2023-03-10 | 2 | 0 | 21000 |
            left-on-day-7                       | vastra-gotaland-2020 | COUNTED_IN_MEAN | | 0 | 0 | |
            left-on-day-8                       | vastra-gotaland-2020 | LIABLE | 2023-03-09 | 5 | 0 | 52500 |
            on-leave-and-liable                 | act-2020   | LIABLE  | 2023-03-09 | 3 | 0 | 31500 |
            """)
    void liability_isAsWorkedOutByHand(
            String file,
            String policy,
            PaymentLiability.Status status,
            LocalDate first,
            int days,
            int exempt,
            BigDecimal amount,
            String blockers)
            throws IOException {
        PaymentLiability liability =
                PaymentLiability.assess(read(file), Policy.byId(policy), Rates.sourced(), AS_OF);

        assertThat(liability.status()).isEqualTo(status);
        assertThat(liability.firstLiableDay()).isEqualTo(Optional.ofNullable(first));
        assertThat(liability.days()).hasSize(days);
        assertThat(liability.exemptDays()).hasSize(exempt);
        assertThat(liability.amount().map(BigDecimal::intValueExact))
                .isEqualTo(Optional.ofNullable(amount).map(BigDecimal::intValueExact));
        assertThat(liability.blockers().stream().map(Blocker::reason).collect(Collectors.toList()))
                .isEqualTo(
                        blockers == null
                                ? List.of()
                                : Arrays.stream(blockers.split(" "))
                                        .map(Blocker.Reason::valueOf)
                                        .toList());
    }

    private static DischargeCase read(String file) throws IOException {
        try (InputStream in = ByHandTest.class.getResourceAsStream("by-hand/" + file + ".json")) {
            CaseImport taken =
                    CaseImport.of(
                            CaseJson.readCase(in.readAllBytes()), Optional.empty(), AFTERWARDS);
            assertThat(taken.refused()).isEmpty();
            return taken.result().orElseThrow();
        }
    }
}
