System.Console.WriteLine("Name a benchmark; see bench/README.md.");
