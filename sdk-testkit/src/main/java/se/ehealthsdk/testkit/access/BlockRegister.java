package se.ehealthsdk.testkit.access;

import static se.ehealthsdk.audit.contract.CheckBlocksAnswer.RowStatus.BLOCKED;
import static se.ehealthsdk.audit.contract.CheckBlocksAnswer.RowStatus.OK;
import static se.ehealthsdk.audit.contract.CheckBlocksAnswer.RowStatus.VALIDATIONERROR;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import se.ehealthsdk.audit.access.AccessingActor;
import se.ehealthsdk.audit.access.InformationEntity;
import se.ehealthsdk.audit.access.InformationType;
import se.ehealthsdk.audit.contract.AccessControlResult;
import se.ehealthsdk.audit.contract.CheckBlocks;
import se.ehealthsdk.audit.contract.CheckBlocksAnswer;
import se.ehealthsdk.audit.contract.CheckBlocksAnswer.RowStatus;
import se.ehealthsdk.core.identifier.PersonId;

/** The blocks, and the rules by which they close data. */
final class BlockRegister {

    private static final Set<InformationType> KNOWN =
            Set.of(InformationType.MEDICATION, InformationType.ALERT);

    private final Clock clock;
    private final List<Block> blocks = new ArrayList<>();
    private final List<TemporaryRevoke> revokes = new ArrayList<>();

    BlockRegister(Clock clock) {
        this.clock = clock;
    }

    synchronized void add(Block block) {
        blocks.removeIf(each -> each.id().equals(block.id()));
        blocks.add(block);
    }

    synchronized void add(TemporaryRevoke revoke) {
        revokes.add(revoke);
    }

    synchronized void lift(String id) {
        blocks.removeIf(each -> each.id().equals(id));
    }

    synchronized void clear() {
        blocks.clear();
        revokes.clear();
    }

    /** The rows in reverse: the contract promises no order. */
    synchronized CheckBlocksAnswer check(CheckBlocks request) {
        List<RowStatus> rows = new ArrayList<>();
        for (CheckBlocks.Row row : request.rows()) {
            rows.add(
                    0,
                    new RowStatus(
                            row.number(),
                            status(request.actor(), request.patient(), row.entity())));
        }
        return new CheckBlocksAnswer(AccessControlResult.ok(), rows);
    }

    private String status(AccessingActor actor, PersonId patient, InformationEntity data) {
        boolean wrong =
                data.end().isBefore(data.start())
                        || data.type().filter(type -> !KNOWN.contains(type)).isPresent();
        if (wrong) {
            return VALIDATIONERROR;
        }
        boolean blocked =
                blocks.stream()
                        .filter(block -> block.patient().equals(patient))
                        .filter(block -> block.covers(data))
                        .filter(block -> isAgainst(block, actor, data))
                        .anyMatch(block -> !isLifted(block, actor));
        return blocked ? BLOCKED : OK;
    }

    private static boolean isAgainst(Block block, AccessingActor actor, InformationEntity data) {
        boolean sameProvider = actor.careProvider().equals(data.careProvider());
        return block.inner()
                ? sameProvider && !actor.careUnit().equals(data.careUnit())
                : !sameProvider;
    }

    private boolean isLifted(Block block, AccessingActor actor) {
        return revokes.stream().anyMatch(each -> each.lifts(block, actor, clock.instant()));
    }
}
