return await Wardbook.Cli.Run(args, Console.Out, Console.Error, TimeProvider.System, CancellationToken.None);
