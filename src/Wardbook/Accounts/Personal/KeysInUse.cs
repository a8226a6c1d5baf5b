using System.Data.Common;
using Wardbook.Store;

namespace Wardbook.Accounts.Personal;

/// <summary>A database knows the names of the keys that were used on it, so that one opened with others says so at once, and not when somebody's address cannot be read.</summary>
public static class KeysInUse
{
    /// <summary>Makes the keys ready and notes the one in use.</summary>
    /// <exception cref="Refusal">Keys are missing that this database needs, or they lie beside it.</exception>
    public static async Task Check(Database database, CancellationToken cancel)
    {
        var keys = database.Keys;
        if (database.File is { } data && keys.File is { } file && Path.GetDirectoryName(data) == Path.GetDirectoryName(file))
        {
            throw new Refusal($"The keys lie in the folder of the data they protect ({Path.GetDirectoryName(file)}). Keep them elsewhere and say where with WARDBOOK_KEYS.");
        }

        await using var connection = await database.Connect(cancel);
        var used = (await Find(connection, cancel))?.Split(',') ?? [];
        if (used.Length == 0)
        {
            keys.MakeReady();
        }

        var given = used.Length > 0 && keys.File is { } named && !File.Exists(named)
            ? throw new Refusal($"{database.Name} holds values encrypted with the key {used[^1]}, and there is no file of keys {named}. Put it back, or name the right one with WARDBOOK_KEYS. Nothing was changed.")
            : keys.Names;
        if (used.FirstOrDefault(name => !given.Contains(name)) is { } missing)
        {
            throw new Refusal($"{database.Name} holds values encrypted with the key {missing}, which is not among the keys given ({string.Join(", ", given)}). Name the right ones with WARDBOOK_KEYS. Nothing was changed.");
        }

        if (!used.Contains(given[0]))
        {
            await Keep(connection, string.Join(',', [.. used, given[0]]), cancel);
        }
    }

    private static async Task<string?> Find(DbConnection connection, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT \"Value\" FROM \"Settings\" WHERE \"Name\" = '{Setting.Keys}'";
        return await command.ExecuteScalarAsync(cancel) as string;
    }

    private static async Task Keep(DbConnection connection, string names, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO \"Settings\" (\"Name\", \"Value\") VALUES ('{Setting.Keys}', @names) ON CONFLICT (\"Name\") DO UPDATE SET \"Value\" = @names";
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("names", names);
        command.Parameters.Add(parameter);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
