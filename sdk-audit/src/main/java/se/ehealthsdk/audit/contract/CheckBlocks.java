package se.ehealthsdk.audit.contract;

import java.util.ArrayList;
import java.util.List;
import se.ehealthsdk.audit.access.AccessingActor;
import se.ehealthsdk.audit.access.InformationEntity;
import se.ehealthsdk.core.identifier.PersonId;

/**
 * The request of CheckBlocks 4.0.
 *
 * @param actor who wants to see the data
 * @param patient whose data
 * @param rows which data; one or more
 */
public record CheckBlocks(AccessingActor actor, PersonId patient, List<Row> rows) {

    public CheckBlocks {
        rows = List.copyOf(rows);
    }

    /** The request with the rows numbered from 1, in order. */
    public static CheckBlocks of(
            AccessingActor actor, PersonId patient, List<InformationEntity> information) {
        List<Row> rows = new ArrayList<>();
        for (InformationEntity entity : information) {
            rows.add(new Row(rows.size() + 1, entity));
        }
        return new CheckBlocks(actor, patient, rows);
    }

    /**
     * One piece of data.
     *
     * @param number by which the answer tells which row it is about
     * @param entity the data
     */
    public record Row(int number, InformationEntity entity) {}
}
