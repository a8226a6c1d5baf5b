using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Wardbook.Bench;

/// <summary>A PostgreSQL server of our own, on a free port, in a folder that goes when it stops.</summary>
/// <remarks>Tuned as its manual advises for a machine of this size, and durable: what is committed is on the disk.</remarks>
public sealed class PostgresServer : IAsyncDisposable
{
    private const string Settings = """
        listen_addresses = '127.0.0.1'
        shared_buffers = 2GB
        work_mem = 256MB
        maintenance_work_mem = 512MB
        effective_cache_size = 8GB
        max_wal_size = 16GB
        checkpoint_timeout = 30min
        random_page_cost = 1.1
        """;

    private readonly string folder;
    private readonly int port;

    private PostgresServer(string folder, int port) => (this.folder, this.port) = (folder, port);

    public string Connection => $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres;Command Timeout=3600;Include Error Detail=true";

    public static async Task<PostgresServer> Start()
    {
        var folder = Workplace.Fresh("postgres");
        Directory.CreateDirectory(folder);
        var server = new PostgresServer(folder, FreePort());
        if (Environment.UserName == "root")
        {
            // PostgreSQL refuses to run as root.
            await Command("chown", "postgres", folder);
            await Command("chmod", "a+x", Workplace.Folder);
        }

        await server.AsPostgres("initdb", "-D", folder, "-U", "postgres", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8");
        await File.AppendAllTextAsync(Path.Combine(folder, "postgresql.conf"), Settings);
        await server.AsPostgres("pg_ctl", "-D", folder, "-w", "-l", Path.Combine(folder, "log"), "-o", $"-p {server.port} -k {folder}", "start");
        return server;
    }

    public async Task<NpgsqlConnection> Open()
    {
        var connection = new NpgsqlConnection(Connection);
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>Bytes of the database on the disk, without the write-ahead log.</summary>
    public async Task<long> Size()
    {
        await using var connection = await Open();
        return (long)(await Scalar(connection, "SELECT pg_database_size(current_database())"))!;
    }

    /// <summary>Runs a script of SQL and <c>\copy</c> as a person would.</summary>
    public async Task Script(string script)
    {
        var file = Path.Combine(Workplace.Folder, "script.sql");
        await File.WriteAllTextAsync(file, script);
        await Command("psql", "-q", "-X", "-v", "ON_ERROR_STOP=1", "-h", "127.0.0.1", "-p", $"{port}", "-U", "postgres", "-f", file);
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await AsPostgres("pg_ctl", "-D", folder, "-w", "-m", "immediate", "stop");
        Directory.Delete(folder, recursive: true);
    }

    public static async Task Run(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public static async Task<object?> Scalar(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private Task AsPostgres(string program, params string[] arguments)
    {
        var whole = Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(version => int.Parse(Path.GetFileName(version), null))
            .Select(version => Path.Combine(version, "bin", program)).First(File.Exists);
        return Environment.UserName == "root"
            ? Command("setpriv", ["--reuid=postgres", "--regid=postgres", "--init-groups", whole, .. arguments])
            : Command(whole, arguments);
    }

    private static async Task Command(string program, params string[] arguments)
    {
        // The server that pg_ctl starts inherits the pipes, so nothing may wait for their end.
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = "/", RedirectStandardOutput = true })!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        while (!process.WaitForExit(50))
        {
            await Task.Yield();
        }

        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}");
        }
    }
}
