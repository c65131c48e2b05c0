import { mainClass } from './java-class.ts';

/** The name of the launcher's class. */
export const launcherName = 'DynamodbLauncher';

const local = 'software/amazon/dynamodb/services/local';
const proxyServer = `${local}/server/DynamoDBProxyServer`;
const jetty = 'org/eclipse/jetty/server';

/**
 * The class file of a launcher for DynamoDB Local, which takes the same arguments. It listens on 127.0.0.1 instead of on every
 * interface, and ends when stdin does: when the process at its other end has ended, however it did. DynamoDB Local has no option for
 * either. It is assembled, because a Java runtime does not compile. In Java:
 *
 *     DynamoDBProxyServer proxy = ServerRunner.createServerFromCommandLineArgs(args);
 *     Field field = DynamoDBProxyServer.class.getDeclaredField("server");
 *     field.setAccessible(true);
 *     Server server = (Server) field.get(proxy);
 *     ((ServerConnector) server.getConnectors()[0]).setHost("127.0.0.1");
 *     server.start();
 *     System.in.readAllBytes();
 *     System.exit(0);
 */
export const dynamodbLauncher = (): Buffer =>
  mainClass(launcherName, (java) => [
    java.arguments,
    java.callStatic(
      `${local}/main/ServerRunner`,
      'createServerFromCommandLineArgs',
      `([Ljava/lang/String;)L${proxyServer};`,
    ),
    java.classOf(proxyServer),
    java.string('server'),
    java.call('java/lang/Class', 'getDeclaredField', '(Ljava/lang/String;)Ljava/lang/reflect/Field;'),
    java.duplicate,
    java.int(1),
    java.call('java/lang/reflect/Field', 'setAccessible', '(Z)V'),
    java.swap,
    java.call('java/lang/reflect/Field', 'get', '(Ljava/lang/Object;)Ljava/lang/Object;'),
    java.cast(`${jetty}/Server`),
    java.duplicate,
    java.call(`${jetty}/Server`, 'getConnectors', `()[L${jetty}/Connector;`),
    java.int(0),
    java.element,
    java.cast(`${jetty}/ServerConnector`),
    java.string('127.0.0.1'),
    java.call(`${jetty}/ServerConnector`, 'setHost', '(Ljava/lang/String;)V'),
    java.call(`${jetty}/Server`, 'start', '()V'),
    java.staticField('java/lang/System', 'in', 'Ljava/io/InputStream;'),
    java.call('java/io/InputStream', 'readAllBytes', '()[B'),
    java.pop,
    java.int(0),
    java.callStatic('java/lang/System', 'exit', '(I)V'),
    java.end,
  ]);
