package dev.footlights.local;

import dev.footlights.local.stack.Shutdown;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "down",
        description = "Stops what `up` started, in order, and waits until it has stopped. The data stays.",
        mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {
    @Override
    public Integer call() throws InterruptedException {
        Surroundings here = Surroundings.here();
        boolean ran = Shutdown.stop(here.home(), Footlights.console());
        System.out.println(ran ? "Stopped." : "Nothing runs on " + here.home().directory() + ".");
        return 0;
    }
}
