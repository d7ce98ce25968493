package se.ehealthsdk.hsa.syntax;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.Validity;
import se.ehealthsdk.hsa.directory.CommissionMember;

final class CommissionMemberSyntax extends TextSyntax<CommissionMember> {

    private static final int MAX = 96;

    CommissionMemberSyntax() {
        super("commission member", "SE2321000040-48HD;20081112230000Z;20100515215959Z");
    }

    @Override
    public CommissionMember parse(String text) {
        String[] parts = text.split(";", -1);
        if (parts.length != 3) {
            throw refusal("has not an HSA-id, a start and an end divided by ;");
        }
        HsaId person =
                HsaId.tryParse(parts[0])
                        .orElseThrow(() -> refusal("does not begin with an HSA-id"));
        Optional<Instant> start = time(parts[1]);
        Optional<Instant> end = time(parts[2]);
        return new CommissionMember(
                person,
                start.isEmpty() && end.isEmpty()
                        ? Validity.ALWAYS
                        : new Validity(start, end, List.of()));
    }

    private Optional<Instant> time(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                HsaSyntax.GENERALIZED_TIME
                        .tryParse(text)
                        .orElseThrow(() -> refusal("has a start or an end that is not a time")));
    }

    @Override
    public String write(CommissionMember member) {
        String person = member.person().value();
        if (person.indexOf(';') >= 0) {
            throw refusal("has an HSA-id with ;");
        }
        if (!member.validity().unreadable().isEmpty()) {
            throw refusal("has a start or an end that is not a time");
        }
        return atMost(
                MAX,
                person
                        + ";"
                        + member.validity()
                                .start()
                                .map(HsaSyntax.GENERALIZED_TIME::write)
                                .orElse("")
                        + ";"
                        + member.validity()
                                .end()
                                .map(HsaSyntax.GENERALIZED_TIME::write)
                                .orElse(""));
    }
}
