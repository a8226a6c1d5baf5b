return await Wardbook.Bench.Benchmarks.Run(args);
