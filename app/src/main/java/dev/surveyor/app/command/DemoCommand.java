package dev.surveyor.app.command;

import dev.surveyor.access.FirstAdmin;
import dev.surveyor.app.settings.Settings;
import dev.surveyor.app.start.DataFolder;
import dev.surveyor.app.start.Environments;
import dev.surveyor.app.start.HttpPort;
import dev.surveyor.app.start.RunningServer;
import dev.surveyor.app.start.Server;
import dev.surveyor.app.start.StartException;
import dev.surveyor.catalog.EmbeddedStore;
import dev.surveyor.demo.DemoShop;
import dev.surveyor.demo.LoadedShop;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "Starts everything on this machine, with the database of an invented trading company to look at.",
        footer = {
            "",
            "Listens on 127.0.0.1 only. The first start takes some seconds longer; what it made is kept in",
            "the data folder. Ctrl-C stops everything."
        })
final class DemoCommand implements Callable<Integer> {

    @Mixin private SettingOptions options = new SettingOptions();

    @Option(
            names = "--fresh",
            description = "Throw the demo's data folder away first and begin anew.")
    private boolean fresh;

    @Override
    public Integer call() {
        Progress progress = new Progress(System.out);
        Map<String, String> settings = new LinkedHashMap<>(options.given());
        settings.putIfAbsent("surveyor.log.console-level", "warn");
        settings.put("surveyor.http.address", "127.0.0.1");
        Settings wanted = Settings.of(Environments.read(settings));
        if (!wanted.catalog().embedded()) {
            throw new StartException(
                    "The demo keeps its shop in the embedded store, but surveyor.catalog.url names another: unset it.");
        }
        if (fresh) {
            DataFolder.discardDemo(wanted.data().folder());
        }
        int port = HttpPort.nextFree("127.0.0.1", wanted.http().port());
        if (port != wanted.http().port()) {
            progress.accept("Port " + wanted.http().port() + " is taken, using " + port);
        }
        settings.put("surveyor.http.port", Integer.toString(port));

        progress.accept("Starting");
        RunningServer server = Server.start(settings, progress);
        EmbeddedStore store = Objects.requireNonNull(server.store(), "embedded store");
        server.dataFolder().noteDemo();
        server.context()
                .getBean(FirstAdmin.class)
                .takePassword()
                .ifPresent(server.dataFolder()::noteDemoPassword);
        LoadedShop shop = DemoShop.load(store::administrator, progress);
        progress.accept("Ready");
        System.out.println(summary(server, store, shop));
        new DemoSurvey(server, shop, store.port(), progress).begin();
        return Commands.KEEPS_RUNNING;
    }

    private static String summary(RunningServer server, EmbeddedStore store, LoadedShop shop) {
        Optional<String> password = server.dataFolder().demoPassword();
        String database =
                "postgresql://%s:%s@127.0.0.1:%d/%s"
                        .formatted(shop.login(), shop.password(), store.port(), shop.database());
        return """

          Surveyor    %1$s
                      %8$s
                      (%1$s/swagger-ui shows what it can be asked)
          The shop    %3$,d rows in %4$d tables of an invented trading company, up to %5$s
                      log in as %6$s with password %7$s (may only read)
                      saved as the connection '%10$s', which is being surveyed now

        Try in a second terminal:
          curl -H 'Content-Type: application/json' -d '%9$s' %1$s/api/v1/auth/login
          psql %2$s -c 'SELECT * FROM sales.daily_revenue LIMIT 5'
          ./surveyor ask %10$s "how many orders are there for each channel?"
          ./surveyor survey %10$s
          ./surveyor edition dump %10$s
          ./surveyor config

        Ctrl-C stops everything.\
        """
                .formatted(
                        server.url(),
                        database,
                        shop.rows(),
                        shop.tables(),
                        DemoShop.REFERENCE_DATE,
                        shop.login(),
                        shop.password(),
                        password.map(
                                        "log in as %s with password %%s"
                                                        .formatted(FirstAdmin.USERNAME)
                                                ::formatted)
                                .orElse("log in as before: this folder was not made by the demo"),
                        "{\"username\": \"%s\", \"password\": \"%s\"}"
                                .formatted(FirstAdmin.USERNAME, password.orElse("…")),
                        DemoSurvey.CONNECTION);
    }
}
