package dev.surveyor.bench.model;

import dev.surveyor.bench.Fault.Workplace;
import dev.surveyor.bench.FaultExperiment;
import dev.surveyor.bench.Report;
import dev.surveyor.bench.asked.AskedServer;
import dev.surveyor.bench.asked.Asker;
import dev.surveyor.demo.DemoShop;
import dev.surveyor.demo.LoadedShop;
import dev.surveyor.scripted.ScriptedModel;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * Questions while the language model is down, slow, flapping, cut off or talks nonsense: our own
 * planner must answer, or a clear failure must come, soon after the model's time is up.
 */
public final class ModelExperiment implements FaultExperiment {

    @Override
    public String name() {
        return "model";
    }

    @Override
    public String summary() {
        return "Questions while the language model is down, slow, flapping or talks nonsense.";
    }

    @Override
    public int timesUsual() {
        return 2;
    }

    @Override
    public Set<String> zeros() {
        return Set.of("unclear");
    }

    @Override
    public Report run(Workplace workplace) throws IOException, InterruptedException {
        try (ScriptedModel model = ScriptedModel.start();
                Door door = new Door(model.port());
                AskedServer server =
                        AskedServer.start(
                                workplace.home(),
                                name(),
                                door.v1Url(),
                                "400m",
                                List.of(
                                        "surveyor.llm.first-token-timeout="
                                                + Trouble.FIRST_TOKEN.toMillis()
                                                + "ms",
                                        "surveyor.llm.timeout=" + Trouble.WHOLE.toMillis() + "ms",
                                        "surveyor.llm.circuit-failures=1000",
                                        "surveyor.llm.availability-kept=1s"),
                                workplace.progress())) {
            LoadedShop shop =
                    DemoShop.load(server.source().administrator(), workplace.progress()::println);
            String connection =
                    server.surveyed(
                            server.source()
                                    .fields(
                                            "shop",
                                            shop.database(),
                                            shop.login(),
                                            shop.password()));
            try (Asker asker = server.asker(connection)) {
                return new Troubles(model, door, asker, workplace).all();
            }
        }
    }
}
