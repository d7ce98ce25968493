package se.ehealthsdk.discharge.exchange;

/** The receiving side with an inbox that forgets. */
class MemoryEndpointTest extends ExchangeEndpointContract {
    @Override
    Inbox inbox() {
        return Inbox.inMemory();
    }
}
