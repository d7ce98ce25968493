/**
 * A durable outbox: what is appended is on disk or committed before the caller goes on, and stays until the
 * receiver has it or someone has looked at it. Knows nothing of what it carries.
 */
module se.ehealthsdk.outbox {
    requires transitive java.sql;
    requires org.slf4j;
    requires static org.jspecify;
    requires org.xerial.sqlitejdbc;

    exports se.ehealthsdk.outbox;
}
