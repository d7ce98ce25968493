package se.ehealthsdk.testkit.check;

import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import javax.xml.validation.Schema;

/** A compiled schema, with validators that are used again: making one costs more than using it. */
final class SchemaPool {

    private final Schema schema;
    private final Queue<SchemaRun> idle = new ArrayBlockingQueue<>(32);

    SchemaPool(Schema schema) {
        this.schema = schema;
    }

    SchemaRun take() {
        SchemaRun waiting = idle.poll();
        return waiting == null ? new SchemaRun(schema.newValidatorHandler(), this) : waiting;
    }

    void giveBack(SchemaRun run) {
        idle.offer(run);
    }
}
