package se.ehealthsdk.benchmarks.audit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMConnectorFactory;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;

/**
 * What a JMS persistent send does: a durable message to a durable queue of a broker in this JVM, through
 * its own client, blocking until the broker has it on disk. The journal and its syncing are as by default:
 * libaio where there is one, else NIO.
 */
final class ArtemisKeeper implements Keeper {

    private static final SimpleString QUEUE = SimpleString.of("records");

    private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
    private final ServerLocator locator;
    private final ClientSessionFactory sessions;
    private final List<ClientSession> open = new ArrayList<>();

    ArtemisKeeper(Path folder) throws Exception {
        Configuration configuration =
                new ConfigurationImpl()
                        .setSecurityEnabled(false)
                        .setPersistenceEnabled(true)
                        .setJournalDirectory(folder.resolve("journal").toString())
                        .setBindingsDirectory(folder.resolve("bindings").toString())
                        .setPagingDirectory(folder.resolve("paging").toString())
                        .setLargeMessagesDirectory(folder.resolve("large").toString())
                        .addAcceptorConfiguration(
                                new TransportConfiguration(InVMAcceptorFactory.class.getName()))
                        .addQueueConfiguration(
                                QueueConfiguration.of(QUEUE)
                                        .setRoutingType(RoutingType.ANYCAST)
                                        .setDurable(true));
        broker.setConfiguration(configuration).start();
        locator =
                ActiveMQClient.createServerLocatorWithoutHA(
                        new TransportConfiguration(InVMConnectorFactory.class.getName()));
        sessions = locator.createSessionFactory();
    }

    @Override
    public Hand hand() throws Exception {
        ClientSession session = sessions.createSession(true, true);
        open.add(session);
        ClientProducer producer = session.createProducer(QUEUE);
        return record -> {
            ClientMessage message = session.createMessage(true);
            message.getBodyBuffer().writeBytes(record);
            producer.send(message);
        };
    }

    /** A queue that grew without end would page; no consumer shares the turn. */
    @Override
    public void rest() throws Exception {
        for (ClientSession each : open) {
            each.close();
        }
        open.clear();
        Queue queue = broker.getActiveMQServer().locateQueue(QUEUE);
        queue.deleteAllReferences();
        while (queue.getMessageCount() > 0) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        broker.getActiveMQServer().getStorageManager().getContext().waitCompletion();
    }

    @Override
    public void close() throws Exception {
        sessions.close();
        locator.close();
        broker.stop();
    }
}
