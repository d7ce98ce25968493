package se.ehealthsdk.discharge.exchange;

/** The receiving side with its inbox in a real PostgreSQL. */
class PostgresEndpointTest extends ExchangeEndpointContract {
    @Override
    Inbox inbox() {
        return JdbcInbox.postgresql(TestPostgres.schema());
    }
}
