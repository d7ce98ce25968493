package se.ehealthsdk.audit.access;

import static se.ehealthsdk.audit.contract.BlockingContracts.CHECK_BLOCKS_4;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.ehealthsdk.audit.contract.CheckBlocks;
import se.ehealthsdk.audit.contract.CheckBlocksAnswer;
import se.ehealthsdk.audit.contract.CheckBlocksAnswer.RowStatus;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.rivta.RivtaClient;

/**
 * Asks the block service (spärrtjänst) whether data are blocked: by an inner block (inre spärr), against
 * other units of the same care provider, or by an outer one (yttre spärr), against other care providers.
 *
 * <pre>{@code
 * BlockAnswer answer = Blocks.on(platform).check(AccessingActor.of(user), patient, information);
 * }</pre>
 *
 * <p>Many pieces of data go in one call. What the service does not answer about, or answers twice about in
 * different ways, is never taken for open.
 *
 * <p>Source: CheckBlocks of informationsecurity:authorization:blocking 4.0; patientdatalagen (2008:355)
 * 4:4, lagen (2022:913) chapter 2. Immutable, safe for use by many threads.
 */
public final class Blocks implements BlockCheck {

    /** Inera's HSA-id, {@code SE165565594230-1000}: the logical address of the national block service. */
    public static final LogicalAddress NATIONAL_ADDRESS = LogicalAddress.of("SE165565594230-1000");

    private final Service service;

    private Blocks(Service service) {
        this.service = service;
    }

    /**
     * Asks at the address that the environment has for the domain, or else at {@link #NATIONAL_ADDRESS}.
     */
    public static Blocks on(RivtaClient platform) {
        return new Blocks(new Service(platform, Optional.empty()));
    }

    /**
     * The same, asking at another address: that of the organisation whose block service is to answer, as a
     * region's HSA-id.
     */
    public Blocks at(LogicalAddress address) {
        return new Blocks(new Service(service.client(), Optional.of(address)));
    }

    /**
     * Checks some pieces of data in one call.
     *
     * @param actor who wants to see them
     * @param patient whose they are
     * @param information the pieces, one or more
     * @return a status for each, in the same order
     * @throws se.ehealthsdk.core.error.InvalidInputException if there is no piece, or one that ends before
     *     it begins; nothing was sent
     * @throws se.ehealthsdk.core.error.RejectedException if the service did not make the check
     */
    @Override
    public BlockAnswer check(
            AccessingActor actor, PersonId patient, List<InformationEntity> information) {
        CheckBlocks request = CheckBlocks.of(actor, patient, Checked.information(information));
        CheckBlocksAnswer answer =
                service.question(
                        CHECK_BLOCKS_4, NATIONAL_ADDRESS, request, CheckBlocksAnswer::result);
        Map<Integer, BlockStatus> byRow = new HashMap<>();
        for (RowStatus row : answer.rows()) {
            byRow.merge(row.number(), status(row.status()), Blocks::stricter);
        }
        List<BlockStatus> statuses = new ArrayList<>();
        for (CheckBlocks.Row row : request.rows()) {
            statuses.add(byRow.getOrDefault(row.number(), BlockStatus.NOT_CHECKED));
        }
        return new BlockAnswer(statuses, Service.toShow(answer.result()));
    }

    private static BlockStatus status(String code) {
        return switch (code) {
            case RowStatus.OK -> BlockStatus.NOT_BLOCKED;
            case RowStatus.BLOCKED -> BlockStatus.BLOCKED;
            default -> BlockStatus.NOT_CHECKED;
        };
    }

    private static BlockStatus stricter(BlockStatus one, BlockStatus other) {
        if (one == BlockStatus.BLOCKED || other == BlockStatus.BLOCKED) {
            return BlockStatus.BLOCKED;
        }
        return one == other ? one : BlockStatus.NOT_CHECKED;
    }
}
